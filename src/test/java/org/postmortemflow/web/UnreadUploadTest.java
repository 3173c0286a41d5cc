package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;

class UnreadUploadTest {

    private static final String PAGE = "/postmortems/11111111-1111-1111-1111-111111111111/attachments";

    @Test
    void whatTheServerWouldNotReadLeadsBackToThePage() throws Exception {
        assertThat(location("POST", PAGE, 2001)).isEqualTo(PAGE + "?unread=too-large");
        assertThat(location("POST", "/import", 2001)).isEqualTo("/import?unread=too-large");
    }

    @Test
    void everythingElsePasses() throws Exception {
        assertThat(location("POST", PAGE, 2000)).isNull();
        assertThat(location("POST", PAGE, -1)).isNull();
        assertThat(location("GET", PAGE, 2001)).isNull();
        assertThat(location("POST", "/postmortems/import", 2001)).isNull();
    }

    @Test
    void partsWithoutABoundaryAreAMistakeOfWhoeverSentThem() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", PAGE) {
            @Override
            public Collection<Part> getParts() throws IOException {
                throw new FileUploadException("no multipart boundary was found");
            }
        };
        UnreadUpload filter = new UnreadUpload(new MultipartProperties());

        assertThatExceptionOfType(MultipartException.class)
                .isThrownBy(() -> filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain()));
    }

    @Test
    void moreFilesThanTheServerTakesLeadBackToo() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", PAGE) {
            @Override
            public Collection<Part> getParts() {
                throw new IllegalStateException("Tomcat: maxPartCount exceeded");
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        new UnreadUpload(new MultipartProperties()).doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader("Location")).isEqualTo(PAGE + "?unread=too-many");
    }

    private static String location(String method, String address, int length) throws ServletException, IOException {
        MultipartProperties multipart = new MultipartProperties();
        multipart.setMaxFileSize(DataSize.ofBytes(3000));
        multipart.setMaxRequestSize(DataSize.ofBytes(2000));
        MockHttpServletRequest request = new MockHttpServletRequest(method, address) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new UnreadUpload(multipart).doFilter(request, response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getHeader("Location") != null);
        return response.getHeader("Location");
    }
}
