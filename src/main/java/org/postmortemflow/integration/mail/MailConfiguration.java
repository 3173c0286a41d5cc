package org.postmortemflow.integration.mail;

import org.postmortemflow.notification.Channel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server where one is set, else the local mailbox. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    SmtpChannel smtpChannel(JavaMailSenderImpl sender, MimeWriter writer) {
        return new SmtpChannel(sender, writer);
    }

    @Bean
    @ConditionalOnMissingBean(Channel.class)
    LocalMailbox localMailbox(MailboxSettings settings, MimeWriter writer) {
        return new LocalMailbox(settings.mailbox(), writer);
    }
}
