package org.refugio.procedure.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.procedure.Procedures;

/** Draws the process table as SVG: the statuses of a case, what moves each step, and the conditions of each action. */
final class ProcessPicture {

    private static final int WIDTH = 1040;
    private static final int ROW = 44;
    private static final int LINE = 16;

    private final CaseProcess process;
    private final StringBuilder out = new StringBuilder();
    private int y;

    ProcessPicture(CaseProcess process) {
        this.process = process;
    }

    String svg() {
        statuses();
        steps();
        actions();
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
                font-family="sans-serif" font-size="13" fill="#1b1b1b">
              <title>The process: statuses of a case, what moves each step, and when each action is possible</title>
              <rect width="%1$d" height="%2$d" fill="#ffffff"/>
              <defs>
                <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                  <path d="M0 0 L8 4 L0 8 z" fill="#5a6472"/>
                </marker>
              </defs>
            %3$s</svg>
            """.formatted(WIDTH, y + 8, out);
    }

    private void statuses() {
        heading("The status of a case, and the action that leads to it");
        List<ActionRule> changing = process.actions().stream().filter(each -> each.status() != null).toList();
        for (int i = 0; i < changing.size(); i++) {
            int x = 16 + i * 258;
            if (i > 0) {
                arrow(x - 124, y + 20, x - 2, y + 20);
                text(x - 63, y + 12, "middle", 12, words(changing.get(i).action()));
            }
            box(x, y, 132, 40, "#e3f1e6");
            text(x + 66, y + 25, "middle", 13, words(changing.get(i).status()));
        }
        y += 64;
    }

    private void steps() {
        heading("The seven steps, and what moves them; a step never goes back");
        columns("Step", 16, "In progress with", 300, "Done with", 670);
        for (Step step : Step.values()) {
            List<String> begins = moving(step, StepStatus.IN_PROGRESS);
            List<String> ends = moving(step, StepStatus.DONE);
            int height = Math.max(ROW, Math.max(begins.size(), ends.size()) * LINE + 20);
            box(16, y, 250, height - 10, "#e4ecf7");
            text(141, y + (height - 10) / 2 + 5, "middle", 13,
                    (step.ordinal() + 1) + ". " + Procedures.shipped().stepTitle(step, "en"));
            lines(300, begins);
            lines(670, ends);
            y += height;
            if (step != Step.FOLLOW_UP) {
                arrow(141, y - 10, 141, y - 1);
            }
        }
        y += 20;
    }

    private void actions() {
        heading("Actions: who may take them, and when");
        columns("Action", 16, "Permission", 200, "Recorded first", 400, "Again", 570);
        for (ActionRule rule : process.actions()) {
            rule(y - 4);
            text(16, y + 14, "start", 13, words(rule.action()));
            text(200, y + 14, "start", 13, words(rule.permission()));
            text(400, y + 14, "start", 13, rule.after().isEmpty()
                    ? "–"
                    : rule.after().stream().map(each -> words(each.action())).collect(Collectors.joining(", ")));
            text(570, y + 14, "start", 13, switch (rule.again()) {
                case ALWAYS -> "as often as it happens";
                case AFTER_LATER_INTERVIEW -> "after an interview set for a later day, or as a correction";
                case AS_CORRECTION -> rule.fact() == null ? "–" : "as a correction, with its reason";
            });
            y += 28;
        }
    }

    private List<String> moving(Step step, StepStatus to) {
        StepMove move = new StepMove(step, to);
        return Stream.of(
                process.actions().stream().filter(each -> each.moves().contains(move))
                        .map(each -> words(each.action())),
                process.events().stream().filter(each -> each.moves().contains(move)).map(each -> words(each)),
                process.kinds().stream().filter(each -> each.step() == step)
                        .flatMap(kind -> process.events().stream().filter(each -> each.appointmentStep() == to)
                                .map(each -> words(each) + " (" + kind.name().in("en").toLowerCase(Locale.ROOT) + ")")))
                .flatMap(each -> each).toList();
    }

    private static String words(Object name) {
        return name instanceof EventRule event
                ? event.event().split("\\.")[1].replace('-', ' ')
                : name.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void heading(String heading) {
        y += 30;
        line("<text x=\"16\" y=\"%d\" font-size=\"16\" font-weight=\"bold\">%s</text>".formatted(y, heading));
        y += 18;
    }

    private void columns(Object... titlesAndPlaces) {
        for (int i = 0; i < titlesAndPlaces.length; i += 2) {
            line("<text x=\"%s\" y=\"%d\" font-weight=\"bold\" fill=\"#5a6472\">%s</text>".formatted(
                    titlesAndPlaces[i + 1], y + 6, titlesAndPlaces[i]));
        }
        y += 20;
    }

    private void lines(int x, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text(x, y + 22 + i * LINE, "start", 13, lines.get(i));
        }
    }

    private void text(int x, int at, String anchor, int size, String text) {
        line("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\">%s</text>".formatted(x, at, anchor, size,
                text));
    }

    private void box(int x, int at, int width, int height, String fill) {
        line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"#5a6472\"/>".formatted(x,
                at, width, height, fill));
    }

    private void arrow(int fromX, int fromY, int toX, int toY) {
        line("<path d=\"M%d %d L%d %d\" stroke=\"#5a6472\" marker-end=\"url(#arrow)\"/>".formatted(fromX, fromY, toX,
                toY));
    }

    private void rule(int at) {
        line("<path d=\"M16 %d L%d %d\" stroke=\"#d5d9df\"/>".formatted(at, WIDTH - 16, at));
    }

    private void line(String element) {
        Arrays.stream(element.split("\n")).forEach(each -> out.append("  ").append(each).append('\n'));
    }
}
