// The inputs of the operations that send nothing to a customer.
import type {
  AssignChatInput,
  CreateCampaignInput,
  GetUserByIdInput,
  GetUserByPhoneInput,
  ListTemplatesInput,
  ListUsersInput,
  TrackEventInput,
  TrackUserInput,
  UploadFile,
  UploadMediaInput,
} from "interakt-wasm";

export const user: TrackUserInput = {
  userId: "user-42",
  traits: { name: "Asha", orders: 2, opted_in: true, email: null, sizes: [38, "39"] },
  add_to_sales_cycle: true,
  createdAt: "2025-03-27T13:26:52.926Z",
  tags: ["new"],
};

export const nestedTrait: TrackUserInput = {
  userId: "user-42",
  // @ts-expect-error: traits are flat
  traits: { address: { city: "Pune" } },
};

export const dateObject: TrackUserInput = {
  userId: "user-42",
  // @ts-expect-error: a string; toISOString makes one
  createdAt: new Date(),
};

export const event: TrackEventInput = { userId: "user-42", event: "Paid", traits: { price: 500 } };
// @ts-expect-error: the event's name is missing
export const namelessEvent: TrackEventInput = { userId: "user-42", traits: { price: 500 } };

export const campaign: CreateCampaignInput = {
  campaign_name: "Spring",
  campaign_type: "PublicAPI",
  template_name: "spring_sale",
  language_code: "en",
};
// @ts-expect-error: only PublicAPI
export const wrongCampaign: CreateCampaignInput = { ...campaign, campaign_type: "Broadcast" };

export const filters: ListUsersInput = {
  filters: [
    { trait: "created_at_utc", op: "gt", val: "2021-09-08T11:35:47.089Z" },
    { trait: "orders", op: "lt", supr_op: "and", val: 3 },
    { trait: "plan", op: "eq", supr_op: "and", val: "pro" },
  ],
  offset: 0,
  limit: 100,
};
// @ts-expect-error: val is missing
export const noValue: ListUsersInput = { filters: [{ trait: "orders", op: "gt" }] };
// @ts-expect-error: a number
export const textLimit: ListUsersInput = { limit: "100" };

export const byPhone: GetUserByPhoneInput[] = [
  { phoneNumber: "9876543210" },
  { phoneNumber: "9876543210", countryCode: "+91" },
];
// @ts-expect-error: a country code alone finds nobody
export const noNumber: GetUserByPhoneInput = { countryCode: "+91" };

export const byId: GetUserByIdInput = { userId: "user-42" };
// @ts-expect-error: the id is missing
export const noId: GetUserByIdInput = {};

export const templates: ListTemplatesInput[] = [
  {},
  {
    offset: 10,
    template_name: "order_shipped",
    autosubmitted_for: "all",
    approval_status: "APPROVED",
    variable_present: "Yes",
    language: "all",
  },
  { approval_status: "PAUSED" },
];
// @ts-expect-error: Yes or No
export const wrongAnswer: ListTemplatesInput = { variable_present: "Maybe" };

export const assignment: AssignChatInput = {
  user_phone_number: "919876543210",
  agent_email: "agent@example.com",
};
// @ts-expect-error: the agent is missing
export const noAgent: AssignChatInput = { user_phone_number: "919876543210" };

const files: UploadFile[] = [
  new Blob(["x"]),
  new File(["x"], "x.png"),
  new ArrayBuffer(1),
  new Uint8Array(1),
];
export const uploads: UploadMediaInput[] = files.map((file) => ({ file, fileName: "x.png" }));
// @ts-expect-error: a path is no file
export const path: UploadMediaInput = { file: "/tmp/x.png" };

// What may be left out may be undefined: JSON drops it.
export const undefinedKeys: ListTemplatesInput = { offset: undefined, language: undefined };
