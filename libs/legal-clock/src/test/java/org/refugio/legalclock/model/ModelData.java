package org.refugio.legalclock.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All the data of one legal clock: zones by municipality, holidays by law, authorities and rules. */
public record ModelData(Map<String, String> zones, Map<String, List<ModelHoliday>> laws,
        List<ModelAuthority> authorities, List<ModelRule> rules) {

    public ModelAuthority authority(String id) {
        return authorities.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    public ModelData withLaw(String law, List<ModelHoliday> holidays) {
        Map<String, List<ModelHoliday>> changed = new TreeMap<>(laws);
        changed.put(law, holidays);
        return new ModelData(zones, changed, authorities, rules);
    }

    public ModelData withAuthority(String id, UnaryOperator<ModelAuthority> change) {
        return new ModelData(zones, laws,
                authorities.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList(), rules);
    }
}
