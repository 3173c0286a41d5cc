package org.postmortemflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreatestTest {

    @Test
    void ofFewerThanAskedForAreAllTheGreatestFirst() {
        assertThat(Greatest.of(List.of(2, 3, 1), 5, Comparator.naturalOrder())).containsExactly(3, 2, 1);
        assertThat(Greatest.of(List.<Integer>of(), 5, Comparator.naturalOrder()))
                .isEmpty();
    }

    @Property
    void itIsWhatSortingThemAllWouldGive(@ForAll List<Integer> all, @ForAll @IntRange(min = 1, max = 20) int most) {
        Comparator<Integer> by = Comparator.naturalOrder();

        assertThat(Greatest.of(all, most, by))
                .isEqualTo(all.stream().sorted(by.reversed()).limit(most).toList());
    }
}
