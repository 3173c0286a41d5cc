package org.postmortemflow.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.SessionClasses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what a session holds. What another version of the application wrote and this one cannot read counts as not there: the
 * person signs in again, and sees no error. Only classes that belong into a session are read at all.
 */
final class SessionReader implements Converter<byte[], @Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionReader.class);
    private static final String OURS = "maxdepth=40;maxbytes=2000000;"
            + "java.lang.*;java.util.**;java.time.**;java.net.URI;java.net.URL;jakarta.servlet.http.*;"
            + "org.springframework.security.**;org.springframework.web.**;org.springframework.util.**;"
            + "org.postmortemflow.**;";

    private final ObjectInputFilter known;

    SessionReader(Stream<SessionClasses> others) {
        known = ObjectInputFilter.Config.createFilter(
                OURS + others.map(one -> one.pattern() + ";").collect(Collectors.joining()) + "!*");
    }

    @Override
    public @Nullable Object convert(byte[] written) {
        try (ObjectInputStream in = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(written), SessionReader.class.getClassLoader())) {
            in.setObjectInputFilter(known);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.info("Something in a session cannot be read and is taken as not there: {}", unreadable.toString());
            return null;
        }
    }
}
