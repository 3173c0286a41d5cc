package org.postmortemflow.operations.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.operations.OperationalReview;
import org.postmortemflow.operations.OperationalReviews;
import org.postmortemflow.operations.ReviewText;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The operational review, to be read, printed or taken along. */
@Controller
class ReviewPage {

    private final OperationalReviews reviews;
    private final ReviewText text;
    private final ReviewQuery queries;
    private final Organisation organisation;

    ReviewPage(OperationalReviews reviews, ReviewText text, ReviewQuery queries, Organisation organisation) {
        this.reviews = reviews;
        this.text = text;
        this.queries = queries;
        this.organisation = organisation;
    }

    @GetMapping("/dashboard/review")
    ModelAndView review(@RequestParam MultiValueMap<String, String> typed, PersonId reader) {
        ModelAndView page = new ModelAndView("operations/review");
        ReviewQuery.Asked asked;
        try {
            asked = queries.read(typed);
            page.addObject("problems", Map.of());
        } catch (Refused refused) {
            asked = queries.usual();
            page.addObject("problems", refused.problems());
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        FactFilter filter = asked.filter();
        OperationalReview review = reviews.of(filter, asked.period(), reader);
        page.addObject("filter", filter);
        page.addObject("period", asked.period());
        page.addObject("periods", Period.values());
        page.addObject("review", review);
        page.addObject("charts", ReviewCharts.of(review));
        page.addObject("markdown", asked.address("/dashboard/review.md"));
        page.addObject("teams", List.copyOf(organisation.teams()));
        page.addObject("severities", Severity.values());
        return page;
    }

    @GetMapping("/dashboard/review.md")
    ResponseEntity<byte[]> markdown(@RequestParam MultiValueMap<String, String> typed, PersonId reader) {
        ReviewQuery.Asked asked = queries.read(typed);
        String name = "operational-review-%s-%s.md"
                .formatted(asked.filter().from(), asked.filter().to());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "markdown", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.markdown(reviews.of(asked.filter(), asked.period(), reader))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
