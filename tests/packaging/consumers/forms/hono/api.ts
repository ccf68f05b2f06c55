import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { sendMessage, trackUser } from "interakt-wasm";
import { interakt } from "../server/interakt";

/** What the pages hand over: checked once more, and sent. */
export const api = new Hono()
  .post("/customers", sValidator("json", trackUser), async (c) =>
    c.json(await interakt.trackUser(c.req.valid("json"))),
  )
  .post("/messages", sValidator("json", sendMessage.kinds.Template), async (c) =>
    c.json(await interakt.sendMessage(c.req.valid("json"))),
  );
