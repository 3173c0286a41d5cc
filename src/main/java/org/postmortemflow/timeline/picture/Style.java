package org.postmortemflow.timeline.picture;

/** The picture's own colours, by day and by night: it is also looked at alone. */
final class Style {

    static final String CSS = """
            svg{--ground:#fff;--text:#1b2227;--quiet:#55606a;--line:#d5dade;--strong:#868f98;--red:#a3201d;--green:#1c6338;
            --incident:#7a8791;--visible:#d9822b;--response:#2f7f8f;--sev1:#e9a19c;--sev2:#f0cb85;--sevx:#cfd6db;--in:#1b2227;
            font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
            @media (prefers-color-scheme:dark){svg{--ground:#1c2329;--text:#e6eaed;--quiet:#a3afb9;--line:#36414a;
            --strong:#7f8b96;--red:#ff9d94;--green:#8dd6a8;--incident:#8d99a3;--visible:#e39a4b;--response:#5fb3c2;
            --sev1:#b0524b;--sev2:#97712a;--sevx:#4a5660;--in:#fff}}
            .tl-ground{fill:var(--ground)}text{fill:var(--text)}
            .tl-band{font-weight:600}.tl-band,.tl-tick,.tl-label{paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
            .tl-incident{fill:var(--incident)}.tl-visible{fill:var(--visible)}.tl-response{fill:var(--response)}
            .tl-sev-1{fill:var(--sev1)}.tl-sev-2{fill:var(--sev2)}.tl-sev-other{fill:var(--sevx)}.tl-in-bar{fill:var(--in);font-size:11.5px;font-weight:600}
            .tl-axis{stroke:var(--strong);stroke-width:1.5}.tl-grid{stroke:var(--line)}.tl-leader{stroke:var(--strong);stroke-dasharray:2 2}
            .tl-fold{stroke:var(--ground);stroke-width:4;stroke-dasharray:5 4}
            .tl-tick,.tl-zone{fill:var(--quiet);font-size:12px}.tl-tick{text-anchor:middle}.tl-day{font-weight:600}.tl-zone{text-anchor:end}
            .tl-dot{fill:var(--strong)}.tl-moment{fill:var(--ground);stroke:var(--text);stroke-width:2}
            .tl-begin{fill:var(--red);stroke:var(--ground)}.tl-end{fill:var(--green);stroke:var(--ground)}
            .tl-check{fill:none;stroke:var(--ground);stroke-width:2}
            .tl-red{fill:var(--red);font-weight:600}.tl-green{fill:var(--green);font-weight:600}
            """;

    private Style() {}
}
