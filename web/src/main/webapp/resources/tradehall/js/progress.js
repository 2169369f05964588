// While a job is under way its page looks again every second; when it is over, the page is drawn
// anew. Plain requests, so that a lost session or a restarted server ends nothing.
(function () {
  const bar = document.getElementById('progress');
  if (!bar || bar.dataset.atWork !== 'true') {
    return;
  }

  async function look() {
    const answer = await fetch(location.href).catch(() => null);
    if (answer && answer.redirected) {
      location.assign(answer.url);
      return;
    }
    const page = answer && answer.ok && (await answer.text());
    const now = page && new DOMParser().parseFromString(page, 'text/html').getElementById('progress');
    if (now && now.dataset.atWork !== 'true') {
      location.reload();
      return;
    }
    if (now) {
      bar.innerHTML = now.innerHTML;
    }
    setTimeout(look, 1000);
  }

  setTimeout(look, 1000);
})();
