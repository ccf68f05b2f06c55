/** A message of each kind, and what is shown of it: "unseen" is not. */

/** What a message may lack. */
export const NOTHING = {
  header: null,
  body: [],
  buttons: [],
  order: null,
  template: null,
  footer: null,
  cards: [],
  list: null,
  fallback: [],
};

/** @param {string} text */
const paragraph = (text) => [{ type: "paragraph", lines: [[{ text }]] }];

/** @param {string} type @param {string} url */
export const media = (type, url) => ({
  type,
  url,
  fileName: null,
  thumbnailUrl: null,
  missing: false,
});

/** @param {string} type @param {string} text */
const button = (type, text) => ({
  type,
  text,
  url: null,
  code: null,
  place: null,
  event: null,
  missing: false,
});

export const FILE = "https://example.com/file";

/** @param {string} kind @param {string} ending */
const file = (kind, ending) => ({
  input: { data: { mediaUrl: `${FILE}.${ending}`, fileName: "shoes", message: "Your *shoes*" } },
  shown: {
    header: { ...media(kind, `${FILE}.${ending}`), fileName: "shoes" },
    body: [{ type: "paragraph", lines: [[{ text: "Your " }, { text: "shoes", bold: true }]] }],
  },
  text: `[${kind}] shoes\nYour *shoes*`,
});

/** @typedef {{ input: object, shown: object, text: string }} Sample `shown` beside what it lacks. */

/** @type {Record<string, Sample>} */
export const WHATSAPP = {
  Text: {
    input: { data: { message: "Hi" } },
    shown: { body: paragraph("Hi") },
    text: "Hi",
  },
  Audio: file("audio", "mp3"),
  Image: file("image", "jpg"),
  Document: file("document", "pdf"),
  Video: file("video", "mp4"),
  Sticker: {
    input: { data: { mediaUrl: `${FILE}.webp` } },
    shown: { header: media("sticker", `${FILE}.webp`) },
    text: "[sticker]",
  },
  InteractiveButton: {
    input: {
      data: {
        message: {
          type: "button",
          header: { type: "image", image: { link: `${FILE}.png` } },
          body: { text: "How was it?" },
          footer: { text: "Reply *STOP*" },
          action: {
            buttons: [
              { type: "reply", reply: { id: "unseen", title: "*Good*" } },
              { type: "reply", reply: { id: "unseen-2", title: "Bad" } },
            ],
          },
        },
      },
    },
    shown: {
      header: media("image", `${FILE}.png`),
      body: paragraph("How was it?"),
      footer: [{ text: "Reply " }, { text: "STOP", bold: true }],
      buttons: [button("reply", "*Good*"), button("reply", "Bad")],
    },
    text: "[image]\nHow was it?\nReply *STOP*\n[*Good*]\n[Bad]",
  },
  InteractiveList: {
    input: {
      data: {
        message: {
          type: "list",
          header: { type: "text", text: "*New*" },
          body: { text: "Choose" },
          action: {
            button: "Shoes",
            sections: [
              {
                title: "For her",
                rows: [
                  { id: "unseen", title: "Runner", description: "Light" },
                  { id: "unseen-2", title: "Walker" },
                ],
              },
              { title: "For him", rows: [{ id: "unseen-3", title: "Boot" }] },
            ],
          },
        },
      },
    },
    shown: {
      header: { type: "text", spans: [{ text: "*New*" }] },
      body: paragraph("Choose"),
      list: {
        button: "Shoes",
        sections: [
          {
            title: "For her",
            rows: [
              { title: "Runner", description: "Light" },
              { title: "Walker", description: "" },
            ],
          },
          { title: "For him", rows: [{ title: "Boot", description: "" }] },
        ],
      },
    },
    text: "*New*\nChoose\n[Shoes]\nFor her\n- Runner: Light\n- Walker\nFor him\n- Boot",
  },
  Template: {
    input: { template: { name: "order_shipped", languageCode: "en", bodyValues: ["Asha"] } },
    shown: {
      template: { name: "order_shipped", language: "en", known: false },
      body: [
        {
          type: "paragraph",
          lines: [[{ text: "order_shipped" }], [{ text: "Asha", variable: 1 }]],
        },
      ],
    },
    text: "order_shipped\nAsha",
  },
};

/** @param {string} plainText */
const reply = (plainText) => ({ reply: { plainText, postBack: { data: "unseen" } } });

/** @param {string} plainText @param {object} does */
const action = (plainText, does) => ({
  action: { plainText, postBack: { data: "unseen" }, ...does },
});

/** @param {...object} suggestions */
const suggesting = (...suggestions) => ({ message: { plainText: "Tap *here*", suggestions } });

const CARD = {
  cardTitle: "Shoes",
  cardDescription: "Light",
  cardMedia: { mediaHeight: "TALL", contentInfo: { fileUrl: `${FILE}.mp4?x=.pdf` } },
  suggestions: [reply("Buy")],
};

const SHOWN_CARD = {
  header: media("video", `${FILE}.mp4?x=.pdf`),
  title: "Shoes",
  body: paragraph("Light"),
  buttons: [button("reply", "Buy")],
  order: null,
};

const CARD_TEXT = "---\n[video]\nShoes\nLight\n[Buy]";

/** @type {Record<string, Sample>} */
export const RCS = {
  Text: {
    input: { message: { plainText: "Not *bold*\n- no list" } },
    shown: {
      body: [{ type: "paragraph", lines: [[{ text: "Not *bold*" }], [{ text: "- no list" }]] }],
    },
    text: "Not *bold*\n- no list",
  },
  QR: {
    input: suggesting(reply("Yes"), reply("No")),
    shown: {
      body: paragraph("Tap *here*"),
      buttons: [button("reply", "Yes"), button("reply", "No")],
    },
    text: "Tap *here*\n[Yes]\n[No]",
  },
  BUTTON_URL: {
    input: suggesting(action("Track", { openUrl: { url: "https://example.com/é" } })),
    shown: {
      body: paragraph("Tap *here*"),
      buttons: [{ ...button("url", "Track"), url: "https://example.com/%C3%A9" }],
    },
    text: "Tap *here*\n[Track] https://example.com/%C3%A9",
  },
  DIALER_ACTION: {
    input: suggesting(action("Call", { dialerAction: { phoneNumber: "+919876543210" } })),
    shown: {
      body: paragraph("Tap *here*"),
      buttons: [{ ...button("phone", "Call"), url: "tel:+919876543210" }],
    },
    text: "Tap *here*\n[Call] tel:+919876543210",
  },
  Location: {
    input: suggesting(
      action("Shop", {
        showLocation: { coordinAtes: { latitude: 12.5, longitude: -77 }, label: "Our shop" },
      }),
    ),
    shown: {
      body: paragraph("Tap *here*"),
      buttons: [
        {
          ...button("location", "Shop"),
          place: { latitude: 12.5, longitude: -77, label: "Our shop" },
        },
      ],
    },
    text: "Tap *here*\n[Shop] Our shop 12.5,-77",
  },
  Calender: {
    input: suggesting(
      action("Save", {
        createCalendarEvent: {
          startTime: "2026-12-01T09:00:00Z",
          endTime: "2026-12-01T10:00:00Z",
          title: "Fitting",
        },
      }),
    ),
    shown: {
      body: paragraph("Tap *here*"),
      buttons: [
        {
          ...button("calendar", "Save"),
          event: {
            title: "Fitting",
            description: "",
            startTime: "2026-12-01T09:00:00Z",
            endTime: "2026-12-01T10:00:00Z",
          },
        },
      ],
    },
    text: "Tap *here*\n[Save] Fitting 2026-12-01T09:00:00Z 2026-12-01T10:00:00Z",
  },
  CAROUSEL: {
    input: {
      message: {
        richCardDetails: { carousel: { cardWidth: "MEDIUM_WIDTH", contents: [CARD, CARD] } },
        suggestions: [reply("More")],
      },
    },
    shown: { buttons: [button("reply", "More")], cards: [SHOWN_CARD, SHOWN_CARD] },
    text: `[More]\n${CARD_TEXT}\n${CARD_TEXT}`,
  },
  STANDALONE_CAROUSEL: {
    input: {
      message: { richCardDetails: { standalone: { cardOrientation: "VERTICAL", content: CARD } } },
    },
    shown: { cards: [SHOWN_CARD] },
    text: CARD_TEXT,
  },
  Image: {
    input: { contentInfo: { fileUrl: `${FILE}.pdf`, thumbnailUrl: `${FILE}.png` } },
    shown: { header: { ...media("document", `${FILE}.pdf`), thumbnailUrl: `${FILE}.png` } },
    text: "[document]",
  },
  Template: {
    input: {
      template: {
        name: "diwali",
        languageCode: "en",
        carouselCards: [{ bodyValues: ["one"] }, { bodyValues: ["*two*"] }],
      },
    },
    shown: {
      template: { name: "diwali", language: "en", known: false },
      body: paragraph("diwali"),
      cards: ["one", "*two*"].map((text) => ({
        header: null,
        title: "",
        body: [{ type: "paragraph", lines: [[{ text, variable: 1 }]] }],
        buttons: [],
        order: null,
      })),
    },
    text: "diwali\n---\none\n---\n*two*",
  },
};
