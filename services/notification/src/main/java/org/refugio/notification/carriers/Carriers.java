package org.refugio.notification.carriers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.refugio.contracts.Channel;
import org.springframework.stereotype.Component;

/** The carrier of each channel. */
@Component
public class Carriers {

    private final Map<Channel, Carrier> carriers;

    public Carriers(List<Carrier> carriers) {
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
    }

    public Carrier forChannel(Channel channel) {
        return carriers.get(channel);
    }
}
