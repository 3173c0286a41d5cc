package org.postmortemflow.people;

/** An organisation in Berlin with teams in Tokyo and Dubai and holidays of its own, for tests that start no application. */
public final class TeamsElsewhere {

    private static final String YAML = """
            name: Spread
            zone: Europe/Berlin
            country: de
            holidays:
              - {date: 2026-12-24, name: Company day}
              - {date: 2026-12-31, name: Company day}
            %sadministrators: [admin]
            persons:
              - {id: admin, name: Administrator, email: admin@spread.example}
            teams:
              - {id: web, name: Web}
              - {id: tokyo, name: Tokyo, zone: Asia/Tokyo, country: jp, meetingRule: five-business-days}
              - {id: dubai, name: Dubai, zone: Asia/Dubai, country: ae, weekend: [friday, Saturday]}
            services:
              - {id: shop, name: Shop, team: web}
              - {id: app-tokyo, name: App in Tokyo, team: tokyo}
              - {id: app-dubai, name: App in Dubai, team: dubai}
            """;

    private TeamsElsewhere() {}

    /** @param holidays more lines for the list of company holidays, each with its line end */
    public static Organisation read(String holidays) {
        return SmallOrganisation.read(YAML.replace("%s", holidays), "");
    }
}
