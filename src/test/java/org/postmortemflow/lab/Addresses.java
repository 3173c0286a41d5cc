package org.postmortemflow.lab;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** All addresses of our controllers, read from the classes, so that one that is added later is attacked too. */
final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)(?::[^}]*)?}");

    private Addresses() {}

    /** @param parameters names that the query or the form may have */
    record Address(RequestMethod method, String pattern, Set<String> parameters) {

        List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }

        /** The path with these values for its variables, encoded. */
        String filled(Map<String, String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(
                            match -> Matcher.quoteReplacement(Guest.encoded(values.getOrDefault(match.group(1), "x"))));
        }
    }

    static List<Address> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("org.postmortemflow").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method).stream()))
                .toList();
    }

    private static List<Address> of(Class<?> type, Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (own == null) {
            return List.of();
        }
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        List<Address> found = new ArrayList<>();
        for (String first : above == null ? List.of("") : orEmpty(above.path())) {
            for (String second : orEmpty(own.path())) {
                for (RequestMethod how : own.method()) {
                    found.add(new Address(how, first + second, parameters(method)));
                }
            }
        }
        return found;
    }

    private static Collection<String> orEmpty(String[] paths) {
        return paths.length == 0 ? List.of("") : List.of(paths);
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            if (named != null && !Map.class.isAssignableFrom(parameter.getType())) {
                names.add(named.name().isEmpty() ? parameter.getName() : named.name());
            } else if (isForm(parameter)) {
                for (RecordComponent component : parameter.getType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }

    private static boolean isForm(Parameter parameter) {
        return parameter.getType().isRecord()
                && !BeanUtils.isSimpleProperty(parameter.getType())
                && (parameter.isAnnotationPresent(ModelAttribute.class) || parameter.getAnnotations().length == 0)
                && !parameter.isAnnotationPresent(PathVariable.class)
                && !parameter.isAnnotationPresent(RequestBody.class)
                && !parameter.getType().getPackageName().endsWith("shared");
    }
}
