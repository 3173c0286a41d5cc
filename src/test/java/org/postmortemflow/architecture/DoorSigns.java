package org.postmortemflow.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The "Neighbours:" that a capability's package-info names: the only other rooms that it may import. */
final class DoorSigns {

    private static final Pattern NEIGHBOURS = Pattern.compile("Neighbours:([^.]*)\\.");

    private final HouseRules house;
    private final Path sources;

    /** @param sources the folder of the house's base package */
    DoorSigns(HouseRules house, Path sources) {
        this.house = house;
        this.sources = sources;
    }

    ArchRule areTrue() {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe(
                        "are in a capability or a view",
                        type -> house.isCapability(house.roomOf(type)) || house.isView(house.roomOf(type))))
                .should(Dependencies.only("import only the neighbours on their room's door sign", this::isNeighbour));
    }

    private boolean isNeighbour(JavaClass from, JavaClass to) {
        String room = house.roomOf(to);
        return room.isEmpty()
                || room.equals(house.roomOf(from))
                || neighbours(house.roomOf(from)).contains(room);
    }

    private Set<String> neighbours(String room) {
        try {
            String sign = Files.readString(sources.resolve(room).resolve("package-info.java"))
                    .replaceAll("\\s*\\*?\\s+", " ");
            Matcher matcher = NEIGHBOURS.matcher(sign);
            return matcher.find()
                    ? Arrays.stream(matcher.group(1).split("[,\\s]+")).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
