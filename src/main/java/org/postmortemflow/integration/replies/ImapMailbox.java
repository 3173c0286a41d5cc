package org.postmortemflow.integration.replies;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import org.postmortemflow.meeting.IncomingReply;
import org.postmortemflow.meeting.TakeReply;
import org.postmortemflow.meeting.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the service mailbox. A message is taken in, in a transaction of its own, and only then marked or moved: whatever happens in
 * between, it is read again and known by its Message-ID. So several nodes can read the same mailbox.
 */
@Component
class ImapMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
    private static final String TIMEOUT = "10000";
    private static final int MOST_AT_ONCE = 200;

    private final ImapSettings settings;
    private final TakeReply takeReply;

    ImapMailbox(ImapSettings settings, TakeReply takeReply) {
        this.settings = settings;
        this.takeReply = takeReply;
    }

    /**
     * Reads what is new, once.
     *
     * @return how many messages were taken in
     * @throws MessagingException when the server cannot be reached, or refuses us
     */
    int read() throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore(settings.protocol())) {
            store.connect(settings.host(), port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return take(store, folder);
            }
        }
    }

    private int take(Store store, Folder folder) throws MessagingException {
        boolean moves = !settings.processedFolder().isBlank();
        // what is moved away needs no mark: somebody who looks into the mailbox does not hide it from us
        Message[] waiting = folder.search(new FlagTerm(new Flags(moves ? Flags.Flag.DELETED : Flags.Flag.SEEN), false));
        int taken = 0;
        for (Message message : Arrays.copyOf(waiting, Math.min(waiting.length, MOST_AT_ONCE))) {
            try {
                taken += take(message) ? done(store, folder, message, moves) : 0;
            } catch (MessageRemovedException gone) {
                LOG.debug("Another node has moved a message away", gone);
            }
        }
        return taken;
    }

    /** Whether it is written down; if not it stays, and is tried again. */
    private boolean take(Message message) throws MessagingException {
        try {
            IncomingReply reply = ReplyMail.of(content(message));
            Taken taken = takeReply.take(reply);
            LOG.info("Message {} in the service mailbox: {}", message.getMessageNumber(), taken.kind());
            return true;
        } catch (IOException | DataAccessException | TransactionException later) {
            LOG.warn("A message in the service mailbox is tried again later: {}", later.toString());
            return false;
        }
    }

    private int done(Store store, Folder folder, Message message, boolean moves) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
        if (moves && !message.isSet(Flags.Flag.DELETED)) {
            Folder processed = store.getFolder(settings.processedFolder());
            if (!processed.exists()) {
                processed.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(new Message[] {message}, processed);
            message.setFlag(Flags.Flag.DELETED, true);
        }
        return 1;
    }

    /** Peeks: reading it does not mark it. What is too long is cut, and then kept for an operator. */
    private static byte[] content(Message message) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(new Limited(bytes));
        return bytes.toByteArray();
    }

    private int port() {
        return settings.port() != 0 ? settings.port() : settings.tls() == ImapSettings.Tls.IMPLICIT ? 993 : 143;
    }

    private Properties properties() {
        String prefix = "mail." + settings.protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.tls() == ImapSettings.Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** Lets through no more than a reply can have. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream to;

        Limited(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int octet) {
            if (to.size() < ReplyMail.LONGEST) {
                to.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            to.write(octets, from, Math.min(length, ReplyMail.LONGEST - to.size()));
        }
    }
}
