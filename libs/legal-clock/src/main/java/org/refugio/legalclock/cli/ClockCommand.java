package org.refugio.legalclock.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.refugio.legalclock.DeadlineNotComputable;
import org.refugio.legalclock.data.InvalidCalendarData;

/** {@code ./refugio clock}. Exit status: 0 done, 1 refused (data or request), 2 the command line is wrong. */
public final class ClockCommand {

    private static final String USAGE = """
        usage: ./refugio clock due --rule ID --from YYYY-MM-DD [--office NAME] [--extension DAYS]
                                   [--calendars DIR] [--json] [--svg FILE] [--lang es|en]
             | rules [--calendars DIR] [--json] [--lang es|en]
             | calendar --authority NAME --year YYYY [--office NAME] [--calendars DIR] [--json]
             | check DIR [--json]""";

    private ClockCommand() {
    }

    /** Run one command and exit with its status. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out, err));
    }

    /** Run one command. @return the exit status */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            execute(args, out);
            return 0;
        } catch (UsageError e) {
            err.println("clock: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (DeadlineNotComputable | InvalidCalendarData e) {
            err.println("clock: " + e.getMessage());
            return 1;
        }
    }

    private static void execute(List<String> args, PrintStream out) {
        String command = args.isEmpty() ? "help" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        switch (command) {
            case "due" -> DueCommand.run(rest, out);
            case "rules" -> RulesCommand.run(rest, out);
            case "calendar" -> CalendarCommand.run(rest, out);
            case "check" -> CheckCommand.run(rest, out);
            case "help", "-h", "--help" -> out.println(USAGE);
            default -> throw new UsageError("there is no command '" + command + "'");
        }
    }
}
