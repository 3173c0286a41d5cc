package org.postmortemflow.web;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.postmortemflow.shared.SessionClasses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are in the database: every node knows them, and they outlive a restart. */
@Configuration(proxyBeanMethods = false)
class SharedSessions {

    /** A page asks for many things at once, and two of them may be the first to note the same in the session. */
    private static final String NOTE_ON_H2 = """
            merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)
            """;

    /** Spring Session looks for it by this name. */
    @Bean
    ConversionService springSessionConversionService(ObjectProvider<SessionClasses> classes) {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, new SessionReader(classes.stream()));
        return conversions;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sideBySide(DataSource database)
            throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        return product.equals("PostgreSQL")
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(NOTE_ON_H2);
    }
}
