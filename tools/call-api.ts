// Calls a running application through the client that was generated from its own description: node call-api.js URL TOKEN.
// What does not fit the description does not compile; what the application answers otherwise than described fails here.
import { Api, type Postmortem } from "./client";

declare const process: { argv: string[]; exit(code: number): never };

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not so: ${what}`);
}

async function run(baseUrl: string, token: string): Promise<void> {
  const api = new Api({ baseUrl, baseApiParams: { headers: { Authorization: `Bearer ${token}` } } });

  const reported = await api.api.incidentReport({
    title: "Checkout is slow, says the generated client",
    severity: "sev-2",
    resolvedAt: new Date(Date.now() - 60_000).toISOString(),
    responders: [{ role: "incident-commander", person: "ada" }],
  });
  check(reported.data.opened, "the incident opened a postmortem");

  const one: Postmortem = (await api.api.postmortemOne(reported.data.postmortem)).data;
  check(one.title.endsWith("generated client"), "the postmortem has the title");
  check(one.owner === null, "nobody owns it yet");

  const found = await api.api.followUpList({ assignee: "mine", size: 1 });
  check(Array.isArray(found.data.items), "there is a list of follow-ups");

  const refused = await api.api.actionCancel(one.id, { reason: "" }, { format: "json" }).catch((answer) => answer);
  check(refused.status === 400 || refused.status === 409, "a cancellation without a reason is refused");
  check(refused.error.status === refused.status, "as problem+json");

  const scope = await api.api.outboxList().catch((answer) => answer);
  check(scope.status === 403 && scope.error.scope === "admin", "the missing scope is named");

  await api.api.actionCancel(one.id, { reason: "It was only a test" });
  check((await api.api.postmortemOne(one.id)).data.status === "cancelled", "it is cancelled");
}

const [url, token] = process.argv.slice(2);
run(url, token).then(() => console.log("ok"), (failure: unknown) => { console.error(failure); process.exit(1); });
