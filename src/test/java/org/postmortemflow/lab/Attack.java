package org.postmortemflow.lab;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.postmortemflow.lab.Addresses.Address;
import org.postmortemflow.lab.Forms.Form;
import org.springframework.web.bind.annotation.RequestMethod;

/** Sends hostile values to every place that takes a value: variables and queries, fields of forms, fields of REST's bodies. */
final class Attack {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Other kinds of values than text, where a text or a number belongs. */
    private static final List<String> KINDS = List.of(
            "null", "0", "-1", "1e999999999", "99999999999999999999999999", "true", "[]", "{}", "[[[{}]]]", "[null]");

    private final Map<String, String> real;
    private final List<Guest> guests;
    private final int ofEvery;
    private int turn;

    /**
     * @param guests attack by turns
     * @param real values of variables that lead somewhere
     * @param ofEvery 1 sends all values to each place, 10 a tenth of them
     */
    Attack(List<Guest> guests, Map<String, String> real, int ofEvery) {
        this.guests = List.copyOf(guests);
        this.real = Map.copyOf(real);
        this.ofEvery = ofEvery;
    }

    /** Every address that is read, with each of its variables and parameters hostile. @return how many addresses */
    int reading() throws IOException, InterruptedException {
        int addresses = 0;
        for (Address address : Addresses.all()) {
            if (address.method() == RequestMethod.GET) {
                addresses++;
                for (String variable : address.variables()) {
                    for (String value : next()) {
                        if (value.length() < 1_000) {
                            Map<String, String> other = new HashMap<>(real);
                            other.put(variable, value);
                            guest().get(address.filled(other));
                        }
                    }
                }
                for (String parameter : address.parameters()) {
                    for (String value : next()) {
                        if (value.length() < 1_000) {
                            guest().get(address.filled(real) + "?" + Guest.encoded(parameter) + "="
                                    + Guest.encoded(value));
                        }
                    }
                }
            }
        }
        return addresses;
    }

    /** All forms that a person finds on the pages, field by field. What ends a postmortem comes last. @return how many fields */
    int forms(Guest guest, List<String> begin) throws IOException, InterruptedException {
        Map<String, Form> found = new HashMap<>();
        Map<String, String> where = new HashMap<>();
        Set<String> seen = new HashSet<>(begin);
        Deque<String> open = new ArrayDeque<>(begin);
        while (!open.isEmpty() && seen.size() < 400) {
            String address = open.remove();
            var page = guest.get(address);
            if (page.statusCode() == 200
                    && page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (Form form : Forms.of(page.body(), address).all()) {
                    found.putIfAbsent(form.identity(), form);
                    where.putIfAbsent(form.identity(), address);
                }
                for (String link : Forms.links(page.body())) {
                    if (begin.stream().anyMatch(link::startsWith) && seen.add(link)) {
                        open.add(link);
                    }
                }
            }
        }
        List<Form> inOrder = found.values().stream()
                .sorted(Comparator.comparing(
                                (Form form) -> form.action().matches(".*(cancel|requirement|delete|clock).*"))
                        .thenComparing(Form::identity))
                .toList();
        int fields = 0;
        for (Form form : inOrder) {
            for (int i = 0; i < form.fields().size(); i++) {
                if (!form.fields().get(i).getKey().equals("_csrf")) {
                    fields++;
                    for (String value : next()) {
                        send(guest, form, form.with(i, value));
                    }
                    guest.get(where.getOrDefault(form.identity(), "/"));
                }
            }
        }
        return fields;
    }

    private static void send(Guest guest, Form form, List<Entry<String, String>> fields)
            throws IOException, InterruptedException {
        if (form.post()) {
            guest.postForm(form.action(), fields);
        } else if (fields.stream().allMatch(field -> field.getValue().length() < 1_000)) {
            String query = fields.stream()
                    .map(field -> Guest.encoded(field.getKey()) + "=" + Guest.encoded(field.getValue()))
                    .collect(java.util.stream.Collectors.joining("&"));
            guest.get(form.action().replaceFirst("\\?.*", "") + "?" + query);
        }
    }

    /** Every operation of the description, with each field of its example hostile, then absent. @return how many fields */
    int rest(JsonNode description) throws IOException, InterruptedException {
        int fields = 0;
        List<Entry<String, JsonNode>> paths =
                new ArrayList<>(description.path("paths").properties());
        paths.sort(Comparator.comparing(path -> path.getKey().endsWith("/cancel")));
        for (Entry<String, JsonNode> path : paths) {
            for (Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                Address address = new Address(RequestMethod.valueOf(method), path.getKey(), Set.of());
                fields += query(method, address, operation.getValue());
                JsonNode example = operation.getValue().at("/requestBody/content/application~1json/example");
                if (example.isObject()) {
                    for (Iterator<String> names = example.fieldNames(); names.hasNext(); ) {
                        fields++;
                        body(method, address.filled(real), (ObjectNode) example, names.next());
                    }
                }
            }
        }
        return fields;
    }

    private int query(String method, Address address, JsonNode operation) throws IOException, InterruptedException {
        int fields = 0;
        for (JsonNode parameter : operation.path("parameters")) {
            fields++;
            String name = parameter.path("name").asText();
            for (String value : next()) {
                if (value.length() < 1_000) {
                    Map<String, String> other = new HashMap<>(real);
                    boolean inQuery = parameter.path("in").asText().equals("query");
                    if (!inQuery) {
                        other.put(name, value);
                    }
                    guest().json(
                                    method,
                                    address.filled(other) + (inQuery ? "?" + name + "=" + Guest.encoded(value) : ""),
                                    method.equals("GET") ? "" : "{}");
                }
            }
        }
        return fields;
    }

    private void body(String method, String address, ObjectNode example, String field)
            throws IOException, InterruptedException {
        for (String value : next()) {
            guest().json(
                            method,
                            address,
                            JSON.writeValueAsString(example.deepCopy().put(field, value)));
            if (example.get(field).isArray()) {
                ObjectNode other = example.deepCopy();
                other.putArray(field).add(value);
                guest().json(method, address, JSON.writeValueAsString(other));
            }
        }
        for (String kind : KINDS) {
            String marked = JSON.writeValueAsString(example.deepCopy().put(field, "@@"));
            guest().json(method, address, marked.replace("\"@@\"", kind));
        }
        ObjectNode without = example.deepCopy();
        without.remove(field);
        guest().json(method, address, JSON.writeValueAsString(without));
    }

    private List<String> next() {
        return HostileText.share(ofEvery, turn++);
    }

    private Guest guest() {
        return guests.get(Math.floorMod(turn++, guests.size()));
    }
}
