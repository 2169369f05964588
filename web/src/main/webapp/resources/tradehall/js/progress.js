// While a job is under way its page looks again every second; when it is over, the page is drawn
// anew. Plain requests, so that a lost session or a restarted server ends nothing.
(function () {
  const bar = document.getElementById('progress');
  if (!bar) {
    return;
  }

  async function look() {
    const answer = await fetch(bar.dataset.look).catch(() => null);
    const page = answer && answer.ok && (await answer.text().catch(() => ''));
    const now = page && new DOMParser().parseFromString(page, 'text/html').getElementById('progress');
    const over = now && now.dataset.atWork !== 'true';
    if (over || (answer && answer.redirected)) {
      location.reload();
      return;
    }
    if (now) {
      bar.innerHTML = now.innerHTML;
    }
    setTimeout(look, 1000);
  }

  if (bar.dataset.atWork === 'true') {
    setTimeout(look, 1000);
  }

  // Gone back to, a page is shown as it was left: that job has moved on.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
})();
