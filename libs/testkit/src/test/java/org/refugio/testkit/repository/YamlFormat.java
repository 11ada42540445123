package org.refugio.testkit.repository;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;

/** The format of YAML: one key a line. A list of plain values may be on one line, a map that has keys may not. */
final class YamlFormat {

    private YamlFormat() {
    }

    /** The numbers of the lines that have to be split. */
    static List<Integer> violatingLines(String yaml) {
        List<Event> events = StreamSupport
                .stream(new Yaml(new LoaderOptions()).parse(new StringReader(yaml)).spliterator(), false).toList();
        return IntStream.range(0, events.size() - 1)
                .filter(each -> events.get(each) instanceof MappingStartEvent map
                        && map.getFlowStyle() == FlowStyle.FLOW
                        && !(events.get(each + 1) instanceof MappingEndEvent))
                .mapToObj(each -> events.get(each).getStartMark().getLine() + 1).distinct().toList();
    }
}
