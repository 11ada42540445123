package org.refugio.notification.carriers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names of the carriers that definitely did not accept a message. Only after such a rejection may another carrier
 * be called.
 *
 * @param permanent a later attempt cannot succeed
 * @param temporary a later attempt can succeed; the latest rejection last
 */
public record CarrierRejections(List<String> permanent, List<String> temporary) {

    public static final CarrierRejections NONE = new CarrierRejections(List.of(), List.of());

    public CarrierRejections with(String carrier, boolean retryable) {
        Predicate<String> others = each -> !each.equals(carrier);
        List<String> forGood = new ArrayList<>(permanent.stream().filter(others).toList());
        List<String> forNow = new ArrayList<>(temporary.stream().filter(others).toList());
        (retryable ? forNow : forGood).add(carrier);
        return new CarrierRejections(List.copyOf(forGood), List.copyOf(forNow));
    }

    /** First those that were not tried, in their order; then those whose temporary rejection was longest ago. */
    List<String> candidates(List<String> order) {
        return Stream.concat(
                order.stream().filter(each -> !temporary.contains(each)),
                temporary.stream().filter(order::contains)).filter(each -> !permanent.contains(each)).toList();
    }
}
