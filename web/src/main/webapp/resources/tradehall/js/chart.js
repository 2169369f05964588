// The look of the bars, from the style sheet's colours; each bar leads to the sales of its day.
function tradehallChart() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const set = this.cfg.config.data.datasets[0];
  Object.assign(set, {
    backgroundColor: colour('--accent-fill'),
    hoverBackgroundColor: colour('--accent'),
    borderRadius: 4,
    borderSkipped: false,
    maxBarThickness: 18,
    minBarLength: 2,
  });
  const ticks = { color: colour('--ink-faint'), font: { family: 'Inter', size: 12 } };
  this.cfg.config.options = {
    maintainAspectRatio: false,
    animation: false,
    onClick: (event, bars) => bars.length && open(set.dates[bars[0].index]),
    onHover: (event, bars) => (event.native.target.style.cursor = bars.length ? 'pointer' : ''),
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        backgroundColor: colour('--ink'),
        titleColor: colour('--page'),
        bodyColor: colour('--page'),
        padding: 10,
        cornerRadius: 8,
        callbacks: { label: (bar) => set.texts[bar.dataIndex] },
      },
    },
    scales: {
      x: { grid: { display: false }, border: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 24 } },
      y: { grid: { color: colour('--line') }, border: { display: false }, ticks: { ...ticks, maxTicksLimit: 5 }, beginAtZero: true },
    },
  };
  probe.remove();

  function open(date) {
    location.assign(`sales/?from=${date}&to=${date}`);
  }
}

document.addEventListener('tradehall:theme', () => {
  const widget = window.PrimeFaces && PrimeFaces.widgets.days;
  if (widget) {
    widget.refresh(widget.cfg);
  }
});
