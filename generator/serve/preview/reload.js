// Reloads the page when the server says that its bytes are no longer the ones
// shown, and keeps the place in it. Without this script everything is there;
// the page just does not come by itself.
(() => {
  const { stream: address } = document.currentScript.dataset
  const place = `greffe ${location.pathname}`
  let stream
  let again

  const kept = sessionStorage.getItem(place)
  if (kept !== null) {
    sessionStorage.removeItem(place)
    const restore = () => scrollTo({ top: Number(kept), behavior: "instant" })
    restore()
    addEventListener("load", restore) // what came late has moved the page
  }

  const keep = () => sessionStorage.setItem(place, scrollY)
  // The page without drafts is the one with them: the place in it is too.
  document.querySelector("#greffe-preview form")?.addEventListener("submit", keep)

  const listen = () => {
    clearTimeout(again)
    stream?.close()
    stream = new EventSource(address)
    stream.addEventListener("changed", () => {
      keep()
      location.reload()
    })
    // The browser tries again by itself, unless it was answered with a refusal.
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(listen, 2000)
    })
  }
  const rest = () => {
    clearTimeout(again)
    stream?.close()
  }

  // Browsers allow six connections to a server: a hidden tab lets go of its own.
  const attend = () => (document.hidden ? rest() : listen())
  document.addEventListener("visibilitychange", attend)
  addEventListener("pagehide", rest)
  addEventListener("pageshow", (event) => event.persisted && attend())
  attend()
})()
