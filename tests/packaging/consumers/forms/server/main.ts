import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { api } from "../hono/api";
import { hono } from "../hono/checkout";
import { orders } from "../trpc/router";

const app = new Hono()
  .route("/api", api)
  .route("/hono", hono)
  .all("/api/trpc/*", (c) => {
    return fetchRequestHandler({ endpoint: "/api/trpc", req: c.req.raw, router: orders });
  })
  .use(serveStatic({ root: "dist" }));

serve({
  fetch: app.fetch,
  hostname: process.env.HOST ?? "localhost",
  port: Number(process.env.PORT),
});
