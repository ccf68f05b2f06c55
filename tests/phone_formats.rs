//! x
use interakt_wasm::phone::*;
#[test]
fn x() {
    for c in Country::all() {
        let e = example(&c);
        println!(
            "{:?} {e} {:?} {:?}",
            c.letters,
            format(&e, Style::National),
            format(&e, Style::International)
        );
    }
    for t in [
        "2",
        "20",
        "201",
        "2015",
        "20155501",
        "2015550123",
        "20155501234",
        "12015550123",
        "+12015550123",
    ] {
        println!("{:?}", group(t, t.len(), Country::of("US").as_ref()));
    }
    for t in [
        "2",
        "20",
        "207",
        "2079",
        "2079460958",
        "02079460958",
        "07400123456",
        "7400123456",
        "+44",
        "+447400123456",
    ] {
        println!("{:?}", group(t, t.len(), Country::of("GB").as_ref()));
    }
}
