package org.postmortemflow.lab;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each experiment its {@link Finding}, and keeps it for the {@link LabTable table}, whether passed or not. */
final class LabReport implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace LAB = Namespace.create(LabReport.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        of(context).put("begun", System.nanoTime());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Experiment experiment = context.getRequiredTestMethod().getAnnotation(Experiment.class);
        long begun = of(context).get("begun", Long.class);
        LabTable.Row row = new LabTable.Row(
                experiment.number(),
                experiment.name(),
                experiment.what(),
                finding(context).measured(),
                experiment.passMark(),
                context.getExecutionException().isEmpty(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        table(context).add(row);
        System.out.println("Lab: " + row.inWords());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Finding.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return finding(context);
    }

    private static Finding finding(ExtensionContext context) {
        return of(context).getOrComputeIfAbsent("finding", key -> new Finding(), Finding.class);
    }

    private static Store of(ExtensionContext context) {
        return context.getStore(LAB);
    }

    /** One for all experiments; JUnit closes it, and so prints it, when the last has ended. */
    private static LabTable table(ExtensionContext context) {
        return of(context.getRoot()).getOrComputeIfAbsent("table", key -> new LabTable(), LabTable.class);
    }
}
