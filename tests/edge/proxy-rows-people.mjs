/** What is refused for whom it is, how often it comes, and where the application fails. */
import { bad, forbidden, KEY, limited, TEMPLATE, TEXT } from "./proxy-inputs.mjs";

/** @typedef {import("./proxy-inputs.mjs").Row} Row */

/** @type {Row[]} */
export const OF_PEOPLE = [
  // For whom.
  ...[
    ["another number", TEXT],
    ["another number in two parts", TEMPLATE],
    ["an id", { ...TEXT, fullPhoneNumber: "", userId: "user-42" }],
    [
      "one's own number and another id",
      { ...TEXT, fullPhoneNumber: "14155552671", userId: "user-42" },
    ],
  ].map(([name, input]) => ({
    name: `${name}, of a caller with a number`,
    input,
    options: { authorize: () => ({ id: "a", recipients: ["+1 415 555 2671"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  })),
  {
    name: "one of several messages for somebody else",
    input: [TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }],
    options: {
      allow: { sendMessage: { maxMessages: 2 } },
      authorize: () => ({ id: "a", recipients: ["919876543210"] }),
    },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "an id that is a number of the caller's",
    input: { type: "Text", data: { message: "Hi" }, userId: "919876543210" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "a number, of a caller with an id",
    input: TEXT,
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "an id that differs by a space",
    operation: "getUserById",
    raw: { path: "/v1/public/apis/users/id/user-42%20", method: "GET" },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "anybody, of a caller of whom it is not known who it is",
    input: TEXT,
    options: { authorize: () => ({ id: "a", userId: undefined }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "all customers, of a caller who is one",
    operation: "listUsers",
    raw: { path: "/v1/public/apis/users/", body: "{}" },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "a customer by a number without its country, of a caller who is one",
    operation: "getUserByPhone",
    raw: { path: "/v1/public/apis/users/phone_number/9876543210", method: "GET" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "somebody else's chat",
    operation: "assignChat",
    input: { user_phone_number: "14155552671", agent_email: "a@example.in" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "somebody else's traits",
    operation: "trackUser",
    input: { userId: "user-43", traits: { name: "A" } },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "whom shape puts in, where the caller is bound to another",
    input: TEXT,
    options: {
      allow: { sendMessage: { shape: () => TEMPLATE } },
      authorize: () => ({ id: "a", recipients: ["14155552671"] }),
    },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "whom a function of the application does not know",
    input: TEXT,
    options: { authorize: () => ({ id: "a", recipients: async () => "yes" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  // How often.
  {
    name: "too many requests of a caller",
    operation: "trackUser",
    input: { userId: "user-42", traits: {} },
    times: 3,
    options: { limits: { caller: { most: 2, perMs: 30_000 } } },
    answer: { "retry-after": "15" },
    ...{ code: "caller_limited", ...limited },
  },
  {
    name: "a list counts for each of its messages",
    input: [TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }],
    times: 2,
    options: {
      allow: { sendMessage: { maxMessages: 5 } },
      limits: { caller: { most: 3, perMs: 30_000 } },
    },
    ...{ code: "caller_limited", ...limited },
  },
  {
    name: "more at once than the limit ever lets through",
    input: [TEXT, TEXT],
    options: {
      allow: { sendMessage: { maxMessages: 5 } },
      limits: { recipient: { most: 1, perMs: 30_000 } },
    },
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "too many messages for a customer",
    input: TEXT,
    times: 2,
    options: { limits: { recipient: { most: 1, perMs: 30_000 } } },
    answer: { "retry-after": "30" },
    ...{ code: "recipient_limited", ...limited },
  },
  {
    name: "a message that is counted by nothing",
    input: { ...TEXT, fullPhoneNumber: "", userId: "user-42" },
    options: { limits: { recipient: { most: 1, perMs: 30_000 } } },
    ...{ code: "id_refused", ...forbidden },
  },
  // What the application does.
  {
    name: "an application that fails to say who asks",
    options: {
      authorize() {
        throw new Error(`the database at ${KEY} is down`);
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application that says who asks in another way",
    options: { authorize: () => true },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application that reads the body to see who asks",
    options: {
      async authorize(/** @type {Request} */ request) {
        await request.text();
        return { id: "a" };
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application whose answer is none",
    options: { authorize: () => Response.error() },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "a shape that fails",
    options: {
      allow: {
        sendMessage: {
          shape: (/** @type {any} */ input) => input.template.name,
        },
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "limits that cannot be reached",
    options: {
      limits: {
        caller: { most: 1, perMs: 1 },
        buckets: { take: () => Promise.reject(new Error("not there")) },
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application that takes too long to say who asks",
    options: { timeoutMs: 50, authorize: () => new Promise(() => {}) },
    answer: { "retry-after": "1" },
    ...{ code: "out_of_time", ...limited },
  },
  {
    name: "a client whose fetch can send nothing",
    options: {
      fetch: async () => {
        throw new TypeError("Invalid URL: [object Request]");
      },
    },
    ...{ code: "client_failed", status: 424, ...bad },
  },
];
