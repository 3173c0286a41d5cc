// Draws the charts of a page and folds the tables behind them away. Without this, the tables are there and open.
(() => {
  // Okabe and Ito: told apart also by those who see colours differently
  const light = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];
  const dark = ["#56b4e9", "#e69f00", "#2fc598", "#e79cc6", "#f0e442", "#f2814a", "#ffffff"];
  const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4]];
  const marks = ["circle", "rectRot", "triangle", "rect"];
  const inDark = matchMedia("(prefers-color-scheme: dark)");
  const drawn = [];

  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const dataset = (one, index, data) => {
    const colour = (inDark.matches ? dark : light)[index % light.length];
    const line = one.line || data.kind === "LINES";
    return {
      type: line ? "line" : "bar",
      label: one.name,
      data: one.values.map((value, place) => ({ x: place, y: value })),
      borderColor: colour,
      backgroundColor: line ? "transparent" : colour,
      borderDash: line ? dashes[index % dashes.length] : [],
      pointStyle: marks[index % marks.length],
      borderWidth: line ? 2 : 0,
      spanGaps: true,
      order: line ? 0 : 1,
      stack: line ? one.name : data.kind === "STACKED" ? "all" : one.name,
    };
  };

  const points = data => ({
    type: "scatter",
    label: "Each one",
    data: data.points.map(point => ({ x: point.at, y: point.value, name: point.name, link: point.link })),
    backgroundColor: inDark.matches ? "#cccccc99" : "#55555599",
    borderColor: "transparent",
    pointRadius: 4,
    pointHoverRadius: 7,
    order: 2,
  });

  const options = data => {
    const text = style("--text"), line = style("--line");
    return {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      color: text,
      scales: {
        x: {
          type: "linear", min: -0.5, max: data.labels.length - 0.5, stacked: data.kind === "STACKED", offset: false,
          afterBuildTicks: axis => { axis.ticks = data.labels.map((label, value) => ({ value })); },
          ticks: { color: text, callback: value => data.labels[value] ?? "", maxRotation: 60, autoSkip: true },
          grid: { display: false },
        },
        y: {
          beginAtZero: true, stacked: data.kind === "STACKED",
          ticks: { color: text, ...(data.unit ? {} : { precision: 0 }) },
          grid: { color: line },
          title: { display: Boolean(data.unit), text: data.unit, color: text },
        },
      },
      plugins: {
        legend: { display: data.series.length + data.points.length > 1, labels: { color: text, usePointStyle: true } },
        tooltip: {
          callbacks: {
            title: items => data.labels[Math.round(items[0].parsed.x)] ?? "",
            label: item => item.raw.name ?? `${item.dataset.label}: ${Math.round(item.parsed.y * 10) / 10} ${data.unit}`,
          },
        },
      },
      onClick: (event, hit) => {
        const link = hit.map(one => event.chart.data.datasets[one.datasetIndex].data[one.index].link).find(Boolean);
        if (link) location.assign(link);
      },
      onHover: (event, hit) => {
        const links = hit.some(one => event.chart.data.datasets[one.datasetIndex].data[one.index].link);
        event.native.target.style.cursor = links ? "pointer" : "default";
      },
    };
  };

  const draw = canvas => {
    const data = JSON.parse(canvas.dataset.chart);
    const datasets = data.series.map((one, index) => dataset(one, index, data));
    if (data.points.length) datasets.push(points(data));
    drawn.push(new Chart(canvas, { data: { datasets }, options: options(data) }));
  };

  const all = () => {
    drawn.splice(0).forEach(chart => chart.destroy());
    document.querySelectorAll("canvas[data-chart]").forEach(draw);
  };

  if (!window.Chart) return;
  document.querySelectorAll("figure.chart").forEach(figure => {
    figure.querySelector(".plot")?.removeAttribute("hidden");
    figure.querySelector("details")?.removeAttribute("open");
  });
  all();
  inDark.addEventListener("change", all);
})();
