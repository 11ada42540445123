package org.refugio.notification.carriers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.refugio.contracts.Channel;
import org.springframework.stereotype.Component;

/** The carriers that the settings name for each channel. */
@Component
public class Carriers {

    private final Map<Channel, Map<String, Carrier>> byChannel;
    private final CarrierSettings settings;

    /** @throws IllegalStateException when the settings do not name at least one existing carrier for each channel */
    public Carriers(List<Carrier> carriers, CarrierSettings settings) {
        this.settings = settings;
        this.byChannel = Arrays.stream(Channel.values()).collect(Collectors.toMap(Function.identity(),
                channel -> carriers.stream().filter(each -> each.channel() == channel)
                        .collect(Collectors.toMap(Carrier::name, Function.identity()))));
        for (Channel channel : Channel.values()) {
            List<String> named = named(channel);
            if (named.isEmpty() || new HashSet<>(named).size() < named.size()
                    || !byChannel.get(channel).keySet().containsAll(named)) {
                throw new IllegalStateException(
                        "refugio.carriers.order.%s is %s, and must name at least one of %s, each once"
                                .formatted(channel, named, byChannel.get(channel).keySet()));
            }
        }
    }

    /** The carriers that may still accept a message, the next one first. */
    public List<Carrier> candidates(Channel channel, CarrierRejections rejections) {
        return rejections.candidates(named(channel)).stream().map(byChannel.get(channel)::get).toList();
    }

    private List<String> named(Channel channel) {
        return settings.order().getOrDefault(channel, List.of());
    }
}
