const baseUrl = new URLSearchParams(location.search).get("interakt");
const verdict = await chrome.runtime.sendMessage(baseUrl);
document.querySelector("#verdict").textContent = JSON.stringify(verdict);
