package org.postmortemflow.process.schema;

import java.util.TimeZone;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The engine's tables hold times without a zone and mean the machine's own. So all nodes have the same one, wherever they stand,
 * and it is one in which no hour comes twice: a timer of that hour would fire an hour early or late.
 */
@Component
class EngineZone implements BeanFactoryPostProcessor {

    /** Before anything connects to the database. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
