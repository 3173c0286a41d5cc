package org.postmortemflow.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The forms of a page, as a browser would send them, with something plausible where nothing is filled in. */
record Forms(List<Form> all) {

    /** @param action path and query; @param files whether it takes files, which is another attack */
    record Form(String action, boolean post, boolean files, List<Entry<String, String>> fields) {

        /** The fields with another value for one of them. */
        List<Entry<String, String>> with(int index, String value) {
            List<Entry<String, String>> other = new ArrayList<>(fields);
            other.set(index, Map.entry(fields.get(index).getKey(), value));
            return other;
        }

        /** What makes it the same form on another page: address and names. */
        String identity() {
            return action + fields.stream().map(Entry::getKey).distinct().toList();
        }
    }

    static Forms of(String page, String address) {
        return new Forms(Jsoup.parse(page).select("form").stream()
                .map(form -> form(form, address))
                .filter(form -> !form.action().startsWith("/logout"))
                .toList());
    }

    /** The addresses that a page leads to. */
    static List<String> links(String page) {
        return Jsoup.parse(page).select("a[href^=/]").eachAttr("href").stream()
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(link -> !link.startsWith("/camunda") && !link.startsWith("//"))
                .distinct()
                .toList();
    }

    private static Form form(Element form, String address) {
        Map<String, String> radios = new LinkedHashMap<>();
        List<Entry<String, String>> fields = new ArrayList<>();
        for (Element field : form.select("input[name], select[name], textarea[name], button[name]")) {
            String name = field.attr("name");
            if (field.attr("type").equals("radio")) {
                radios.put(name, field.val());
            } else {
                fields.add(Map.entry(name, value(field)));
            }
        }
        fields.addAll(radios.entrySet());
        String action = form.attr("action").isEmpty() ? address : form.attr("action");
        boolean files = form.attr("enctype").startsWith("multipart");
        return new Form(action, form.attr("method").equalsIgnoreCase("post"), files, fields);
    }

    private static String value(Element field) {
        if (field.normalName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element last = field.select("option").last();
            return chosen != null ? chosen.val() : last == null ? "" : last.val();
        }
        String value = field.normalName().equals("textarea") ? field.wholeText() : field.val();
        if (!value.isEmpty()) {
            return value;
        }
        return switch (field.attr("type")) {
            case "date" -> LocalDate.now().plusDays(1).toString();
            case "datetime-local" -> LocalDate.now().plusDays(1) + "T12:00";
            case "month" -> LocalDate.now().toString().substring(0, 7);
            case "number" -> "1";
            case "checkbox" -> "on";
            case "email" -> "somebody@demo.example";
            case "url" -> "https://demo.example/x";
            default -> "Plausible words";
        };
    }
}
