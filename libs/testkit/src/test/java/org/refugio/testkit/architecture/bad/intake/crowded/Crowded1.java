package org.refugio.testkit.architecture.bad.intake.crowded;

/** One type more than a package may have. */
record Crowded1() {}

record Crowded2() {}

record Crowded3() {}

record Crowded4() {}

record Crowded5() {}

record Crowded6() {}

record Crowded7() {}

record Crowded8() {}

record Crowded9() {}

record Crowded10() {}

record Crowded11() {}

record Crowded12() {}

record Crowded13() {}

record Crowded14() {}

record Crowded15() {}

record Crowded16() {}
