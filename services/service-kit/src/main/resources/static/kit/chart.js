// Charts of stable and canary: every figure[data-chart] draws one line of a series that the charts of one address share.
(() => {
  "use strict";
  const { language } = window.look;
  const groups = new Map();
  const clock = (seconds) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", ...(seconds && { second: "2-digit" }), hour12: false });
  const withSeconds = clock(true);
  const probe = document.createElement("i");
  probe.hidden = true;
  document.body.append(probe);
  const colour = (token, alpha) => {
    probe.style.color = alpha === undefined ? `var(${token})` : `color-mix(in oklab, var(${token}) ${alpha * 100}%, transparent)`;
    return getComputedStyle(probe).color;
  };

  const number = (digits) => new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  const [whole, tenth, hundredth] = [number(0), number(1), number(2)];
  const write = {
    percent: (v) => (v * 100 >= 10 ? tenth : hundredth).format(v * 100) + "\u00a0%",
    ms: (v) => (v < 10 ? tenth : whole).format(v) + "\u00a0ms",
    rate: (v) => (v < 10 ? tenth : whole).format(v) + "/s",
  };
  const last = (values) => values.findLast((v) => v !== null && v !== undefined);

  /** What lies behind the lines: the weight of the canary as a tint, growing with its share. */
  function drawWeight(plot, series) {
    const { ctx, bbox } = plot;
    if (!series.weight) return;
    ctx.save();
    for (let i = 0; i < series.time.length; ) {
      let next = i + 1;
      while (next < series.time.length && series.weight[next] === series.weight[i]) next++;
      if (series.weight[i]) {
        const x = Math.max(plot.valToPos(series.time[i], "x", true), bbox.left);
        const end = Math.min(next < series.time.length ? plot.valToPos(series.time[next], "x", true) : Infinity, bbox.left + bbox.width);
        ctx.fillStyle = colour("--canary", 0.05 + (0.16 * series.weight[i]) / 100);
        ctx.fillRect(x, bbox.top, end - x, bbox.height);
      }
      i = next;
    }
    ctx.restore();
  }

  function drawLimit(plot, limit, text) {
    const { ctx, bbox } = plot;
    const y = Math.round(plot.valToPos(limit.value, "y", true)) + 0.5;
    if (y < bbox.top || y > bbox.top + bbox.height) return;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour("--harm");
    ctx.lineWidth = 1.5 * ratio;
    ctx.setLineDash([6 * ratio, 4 * ratio]);
    ctx.beginPath(); ctx.moveTo(bbox.left, y); ctx.lineTo(bbox.left + bbox.width, y); ctx.stroke();
    ctx.font = `550 ${11 * ratio}px Inter, sans-serif`;
    ctx.textAlign = "right";
    const below = y - bbox.top < 18 * ratio;
    ctx.textBaseline = below ? "top" : "bottom";
    ctx.fillText(`${limit.label} ${text}`, bbox.left + bbox.width - 4 * ratio, y + (below ? 4 : -3) * ratio);
    ctx.restore();
  }

  const markColour = { abort: "--harm", promote: "--good", pause: "--warn" };
  function drawMarks(plot, marks, named) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    let free = -Infinity;
    ctx.save();
    ctx.font = `500 ${11 * ratio}px Inter, sans-serif`;
    ctx.textBaseline = "bottom";
    ctx.textAlign = "left";
    for (const mark of marks) {
      const x = Math.round(plot.valToPos(mark.at, "x", true)) + 0.5;
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.strokeStyle = ctx.fillStyle = colour(markColour[mark.kind] || "--ink-faint");
      ctx.lineWidth = ratio * (markColour[mark.kind] ? 1.5 : 1);
      ctx.setLineDash(markColour[mark.kind] ? [] : [2 * ratio, 3 * ratio]);
      ctx.beginPath(); ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); ctx.stroke();
      const label = mark.label.length > 26 ? mark.label.slice(0, 25) + "…" : mark.label;
      const width = ctx.measureText(label).width;
      const start = Math.min(x - 2 * ratio, bbox.left + bbox.width - width);
      if (!named || start < free) continue;
      ctx.fillText(label, start, bbox.top - 3 * ratio);
      free = start + width + 10 * ratio;
    }
    ctx.restore();
  }

  function options(figure, state) {
    const unit = write[figure.dataset.unit];
    const small = { font: "11px Inter, sans-serif", stroke: () => colour("--ink-faint"), ticks: { show: false } };
    const line = (token, width) => ({ stroke: () => colour(token), width, points: { size: 5, fill: () => colour("--surface") } });
    const limit = () => state.series.thresholds?.[figure.dataset.metric];
    return {
      width: Math.max(200, state.box.clientWidth), height: state.box.clientHeight, padding: [18, 8, 0, 0],
      legend: { show: false }, cursor: { sync: { key: figure.dataset.url }, y: false, points: { size: 7 }, drag: { x: false, y: false } },
      scales: {
        x: { time: true, range: () => [state.series.from, state.series.to] },
        y: { range: (_, low, high) => [0, Math.max(high || 0, (limit()?.value || 0) * 1.12, { percent: 0.01, ms: 10, rate: 1 }[figure.dataset.unit]) * 1.06] },
      },
      axes: [
        { ...small, size: 24, grid: { show: false }, space: 58, values: (plot, ticks) => ticks.map((t) => clock(state.series.to - state.series.from < 600 && plot.width > 560).format(t * 1000)) },
        { ...small, size: 56, space: 34, grid: { stroke: () => colour("--line"), width: 1 }, values: (_, ticks) => ticks.map(unit) },
      ],
      series: [{}, line("--stable", 2), line("--canary", 2.5)],
      hooks: {
        drawClear: [(plot) => drawWeight(plot, state.series)],
        draw: [(plot) => {
          if (limit()) drawLimit(plot, limit(), unit(limit().value));
          drawMarks(plot, state.series.marks || [], state.first);
        }],
        setCursor: [(plot) => point(plot, figure, state, unit)],
      },
    };
  }

  function point(plot, figure, state, unit) {
    const { idx, left } = plot.cursor;
    state.tip.hidden = idx === null || idx === undefined || left < 0;
    if (state.tip.hidden) return;
    const row = (name, tone, value) => {
      const span = document.createElement("span");
      span.className = tone;
      span.append(name, Object.assign(document.createElement("b"), { textContent: value === null || value === undefined ? "–" : unit(value) }));
      return span;
    };
    const when = Object.assign(document.createElement("div"), { className: "when", textContent: withSeconds.format(plot.data[0][idx] * 1000) });
    const near = (state.series.marks || []).filter((mark) => Math.abs(plot.valToPos(mark.at, "x") - left) < 7)
      .map((mark) => Object.assign(document.createElement("div"), { className: "mark", textContent: mark.label }));
    state.tip.replaceChildren(when, row(figure.dataset.stable, "stable", plot.data[1][idx]), row(figure.dataset.canary, "canary", plot.data[2][idx]), ...near);
    const x = left + plot.bbox.left / devicePixelRatio;
    state.tip.style.left = (x > state.box.clientWidth / 2 ? x - state.tip.offsetWidth - 12 : x + 12) + "px";
  }

  function table(figure, series) {
    const box = figure.querySelector("[data-table]");
    if (!figure.querySelector(".numbers").open) return;
    const unit = write[figure.dataset.unit];
    const cell = (tag, text, right) => Object.assign(document.createElement(tag), { textContent: text, className: right ? "right" : "" });
    const rows = series.time.map((t, i) => [withSeconds.format(t * 1000), ...["stable", "canary"].map((arm) => series[arm][figure.dataset.metric][i])]).slice(-120).reverse();
    const element = Object.assign(document.createElement("table"), { className: "table dense" });
    const head = element.createTHead().insertRow();
    head.append(cell("th", figure.dataset.timeHead), cell("th", figure.dataset.stable, true), cell("th", figure.dataset.canary, true));
    const body = element.createTBody();
    for (const [time, ...values] of rows) body.insertRow().append(cell("td", time), ...values.map((v) => cell("td", v === null || v === undefined ? "–" : unit(v), true)));
    box.replaceChildren(element);
  }

  function note(state, text) {
    state.plot?.destroy();
    state.plot = null;
    state.box.replaceChildren(Object.assign(document.createElement("p"), { className: "empty", textContent: text }));
  }

  function show(figure, state, series) {
    state.series = series;
    const lines = ["stable", "canary"].map((arm) => series[arm]?.[figure.dataset.metric] || []);
    const none = lines.every((line) => line.every((v) => v === null || v === undefined));
    for (const [i, arm] of ["stable", "canary"].entries()) {
      const now = last(lines[i]);
      figure.querySelector(`[data-now="${arm}"]`).textContent = now === undefined ? "" : write[figure.dataset.unit](now);
    }
    if (none) return note(state, figure.dataset.none);
    const data = [series.time, ...lines];
    if (state.plot) state.plot.setData(data);
    else {
      state.box.replaceChildren(state.tip);
      state.plot = new uPlot(options(figure, state), data, state.box);
    }
    table(figure, series);
  }

  async function refresh(url) {
    const group = groups.get(url);
    if (group.busy || document.hidden) return;
    group.busy = true;
    group.at = Date.now();
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const series = await answer.json();
      for (const [figure, state] of group.figures) show(figure, state, series);
    } catch {
      // What was drawn stays; only a chart that never had data says so.
      for (const [figure, state] of group.figures) if (!state.plot) note(state, figure.dataset.failed);
    } finally {
      group.busy = false;
    }
  }

  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const state = target.chart;
      if (state?.plot && target.clientWidth > 0) state.plot.setSize({ width: target.clientWidth, height: target.clientHeight });
    }
  });
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const url = figure.dataset.url;
    if (!groups.has(url)) groups.set(url, { figures: new Map(), at: 0 });
    const box = figure.querySelector("[data-plot]");
    const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
    const state = { box, tip, first: true };
    box.chart = state;
    groups.get(url).figures.set(figure, state);
    resized.observe(box);
    figure.querySelector(".numbers").addEventListener("toggle", () => state.series && table(figure, state.series));
  }
  const refreshAll = (age) => { for (const [url, group] of groups) if (Date.now() - group.at >= age) refresh(url); };
  refreshAll(0);
  // With each live message, at most once a second; without any, every ten seconds.
  document.body.addEventListener("htmx:sseMessage", () => refreshAll(1000));
  setInterval(() => refreshAll(10000), 2000);
  document.addEventListener("visibilitychange", () => refreshAll(1000));
  document.addEventListener("look:theme", () => { for (const group of groups.values()) for (const state of group.figures.values()) state.plot?.redraw(false, true); });
})();
