/** Hands what a form gave to the server, which has the key. */
export async function send(path: "/api/customers" | "/api/messages", value: object) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value),
  });
  if (!response.ok) throw new Error(await response.text());
}
