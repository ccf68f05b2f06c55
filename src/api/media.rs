//! Kinds of media, and the fields that point at them.

use super::format::{ABSOLUTE_URL, URL_TEXT};
use crate::schema::Source::Advised;
use crate::schema::{Code, FileKind, GROUP, Group, Object, Params, Shape, Text, TextRule, doc};

/// A file whose ending does not fit the kind of message.
pub static EXTENSION: Code = Code {
    id: "media.extension",
    message: "This looks like a .{extension} file. Here it should be one of: {allowed}.",
};

const MEGABYTE: u32 = 1024 * 1024;

/// Sound.
pub static AUDIO: FileKind = FileKind {
    name: "audio",
    types: &["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
    extensions: &["aac", "amr", "mp3", "mpeg", "m4a", "mp4", "ogg", "opus"],
    max_bytes: 16 * MEGABYTE,
};
/// A picture.
pub static IMAGE: FileKind = FileKind {
    name: "image",
    types: &["image/jpeg", "image/png"],
    extensions: &["jpg", "jpeg", "png"],
    max_bytes: 5 * MEGABYTE,
};
/// A film.
pub static VIDEO: FileKind = FileKind {
    name: "video",
    types: &["video/mp4", "video/3gpp"],
    extensions: &["mp4", "3gp", "3gpp"],
    max_bytes: 16 * MEGABYTE,
};
/// Anything to read; the long types of office files are told by their endings.
pub static DOCUMENT: FileKind = FileKind {
    name: "document",
    types: &["application/pdf", "text/plain"],
    extensions: &["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt"],
    max_bytes: 100 * MEGABYTE,
};
/// A sticker; an animated one may have 500 KB, and the file does not tell by its name.
pub static STICKER: FileKind = FileKind {
    name: "sticker",
    types: &["image/webp"],
    extensions: &["webp"],
    max_bytes: 500 * 1024,
};
/// What RCS carries: pictures, films, PDF.
pub static RCS: FileKind = FileKind {
    name: "rcs",
    types: &[],
    extensions: &["jpeg", "jpg", "gif", "png", "mp4", "mpeg", "webm", "h263", "m4v", "pdf"],
    max_bytes: 100 * MEGABYTE,
};

/// Endings that mean a kind of file wherever they stand. Any other ending, or
/// none, says nothing: many URLs end in a name with a dot.
pub(super) static KNOWN: [&str; 18] = [
    "gif", "svg", "bmp", "heic", "tiff", "webp", "mov", "avi", "mkv", "webm", "flac", "wav", "csv",
    "zip", "html", "h263", "m4v", "mpeg",
];

fn extension(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    // Behind the scheme and the host: `https://example.zip` has no path.
    let name = path.split('/').skip(3).last()?;
    let extension = name.split('.').skip(1).last()?;
    let extension = extension.to_ascii_lowercase();
    let kinds = [&AUDIO, &IMAGE, &VIDEO, &DOCUMENT, &STICKER];
    let known = kinds.iter().any(|kind| kind.extensions.contains(&&*extension));
    (known || KNOWN.contains(&&*extension)).then_some(extension)
}

fn fits(kind: &FileKind, url: &str, params: &mut Params) -> bool {
    match extension(url) {
        Some(extension) if !kind.extensions.contains(&&*extension) => {
            params.set("extension", extension);
            params.set("allowed", kind.extensions.to_vec());
            false
        }
        _ => true,
    }
}

/// The URL of a file of one kind.
macro_rules! url_of {
    ($($(#[$doc:meta])* $name:ident: $kind:ident, $example:literal, $rule:literal;)*) => {$(
        $(#[$doc])*
        pub const $name: Shape = Shape::Text(&Text {
            rules: &[&ABSOLUTE_URL, &TextRule {
                code: &EXTENSION,
                source: Advised,
                holds: |url, params| fits(&$kind, url, params),
                pattern: doc(""),
                doc: doc($rule),
            }],
            example: doc($example),
            ..URL_TEXT
        });
    )*};
}

url_of! {
    /// The URL of sound.
    AUDIO_URL: AUDIO, "https://example.com/hello.mp3",
        "The ending of the file, where there is one, is that of a sound: aac, amr, mp3, mpeg, m4a, mp4, ogg, opus; at most 16 MB.";
    /// The URL of a picture.
    IMAGE_URL: IMAGE, "https://example.com/shoes.jpg",
        "The ending of the file, where there is one, is that of a picture: jpg, jpeg, png; at most 5 MB.";
    /// The URL of a film.
    VIDEO_URL: VIDEO, "https://example.com/shoes.mp4",
        "The ending of the file, where there is one, is that of a video: mp4, 3gp, 3gpp; at most 16 MB.";
    /// The URL of a sticker.
    STICKER_URL: STICKER, "https://example.com/smile.webp",
        "The ending of the file, where there is one, is webp; at most 100 KB, animated 500 KB.";
    /// The URL of a file that RCS carries.
    RCS_URL: RCS, "https://example.com/shoes.jpg",
        "The ending of the file, where there is one, is that of a picture, a video or a PDF: jpeg, jpg, gif, png, mp4, mpeg, webm, h263, m4v, pdf; at most 100 MB.";
}

/// The URL of a document: any ending is fine.
pub const DOCUMENT_URL: Shape =
    Shape::Text(&Text { example: doc("https://example.com/invoice.pdf"), ..URL_TEXT });

/// A file that RCS fetches.
pub(super) static CONTENT_INFO: Object = Object {
    name: doc("RcsContentInfo"),
    doc: doc("A file, by its URL."),
    groups: &[&Group {
        fields: &[
            required!(
                "fileUrl",
                RCS_URL,
                "The URL of the file. At most 100 MB: jpeg, jpg, gif, png; mp4, mpeg, webm, h263, m4v; pdf."
            ),
            optional!(
                "thumbnailUrl",
                RCS_URL,
                "The URL of a small picture that is shown first. At most 100 kB."
            ),
        ],
        ..GROUP
    }],
    open: false,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ending_of_a_url() {
        for (url, expected) in [
            ("https://example.com/a.JPG?x=b.pdf", Some("jpg")),
            ("https://example.com/a.b.mp4#t", Some("mp4")),
            ("https://example.zip", None),
            ("https://example.com/v1.2", None),
            ("https://example.com/", None),
            ("a.jpg", None),
        ] {
            assert_eq!(extension(url).as_deref(), expected, "{url}");
        }
    }
}
