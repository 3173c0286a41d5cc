package org.postmortemflow.signin;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller's plain parameter of type {@code PersonId} the person who is signed in. */
@Configuration(proxyBeanMethods = false)
class SignedIn implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PersonId.class && parameter.getParameterAnnotations().length == 0;
    }

    @Override
    public PersonId resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            throw new IllegalStateException("This address must not be open: it asks who is signed in.");
        }
        return new PersonId(principal.getName());
    }
}
