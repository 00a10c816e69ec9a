//! From a JavaScript value to a request, strictly: what JSON cannot say is refused where it stands.
//!
//! The rules are those of the package's writer of texts, `npm/src/write.ts`, whose table says them; tests hold both to
//! the same refusals. Each member is read once.

use std::cell::{Cell, RefCell};

use bilan_professionnel::limits::MAX_DEPTH;
use bilan_professionnel::wire::{self, MAX_REQUEST};
use js_sys::{Array, Function, JsString, Symbol};
use serde::de::{self, Deserializer as _, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::document;
use super::refusal::Refusal;

// Every one of them runs what a proxy runs, and may throw.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_list(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getOwnPropertySymbols)]
    fn symbols_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getOwnPropertyDescriptor)]
    fn descriptor_of(value: &JsValue, key: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    fn prototype_of(value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = hasOwn)]
    fn has_own(value: &JsValue, key: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn member(value: &JsValue, key: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn item(value: &JsValue, place: u32) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = prototype)]
    #[wasm_bindgen(thread_local_v2)]
    static OBJECT_PROTOTYPE: JsValue;
}

/// Reads a request.
pub(super) fn read(value: JsValue) -> Result<wire::Request, JsValue> {
    let walk = Walk::default();
    let read = wire::Request::of(&Plain { value, walk: &walk });
    match walk.stopped.into_inner() {
        Some(refusal) => Err(refusal.into_document()),
        None => read.map_err(|error| document(&error)),
    }
}

/// A step from a value to one that it holds.
enum Step {
    Key(JsValue),
    Place(u32),
}

/// Where reading stands.
#[derive(Default)]
struct Walk {
    /// From the whole request down to the value that is read.
    trail: RefCell<Vec<Step>>,
    /// The objects and lists around it.
    above: RefCell<Vec<JsValue>>,
    /// The least length of the text of what has been read.
    length: Cell<usize>,
    stopped: RefCell<Option<Refusal>>,
}

type Read<T> = Result<T, Refusal>;

impl Walk {
    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.trail.borrow().iter() {
            match step {
                Step::Place(place) => path.extend(["[", &place.to_string(), "]"]),
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&wire::key_in_path(&shown(key)));
                }
            }
        }
        path
    }

    fn unwritable(&self, found: &str) -> Refusal {
        Refusal::unwritable(self.path(), found)
    }

    fn thrown(&self, cause: JsValue) -> Refusal {
        Refusal::thrown(self.path(), cause)
    }

    /// Counts what a text has at least.
    fn count(&self, length: usize) -> Read<()> {
        self.length.set(self.length.get().saturating_add(length));
        if self.length.get() > MAX_REQUEST { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    /// A text, in UTF-8.
    fn text(&self, value: &JsValue) -> Read<String> {
        let text: &JsString = value.unchecked_ref();
        self.count((text.length() as usize).saturating_add(2))?;
        let read = String::from(text);
        // Half a character becomes this one.
        if read.contains(char::REPLACEMENT_CHARACTER) && JsValue::from_str(&read) != *value {
            return Err(Refusal::half_a_character(self.path()));
        }
        Ok(read)
    }

    fn within(&self, value: &JsValue) -> Read<()> {
        let mut above = self.above.borrow_mut();
        if above.contains(value) {
            return Err(self.unwritable("un objet qui se contient lui-même"));
        }
        if above.len() >= MAX_DEPTH {
            return Err(Refusal::TooDeep);
        }
        above.push(value.clone());
        Ok(())
    }

    fn leave(&self) {
        self.above.borrow_mut().pop();
    }

    fn go(&self, step: Step) {
        self.trail.borrow_mut().push(step);
    }

    fn back(&self) {
        self.trail.borrow_mut().pop();
    }
}

/// A key that may hold half a character, which is shown by its number.
fn shown(key: &JsValue) -> String {
    let Some(key) = key.dyn_ref::<JsString>() else {
        // A symbol.
        return key.unchecked_ref::<Symbol>().to_string().into();
    };
    char::decode_utf16(key.iter())
        .map(|character| match character {
            Ok(character) => character.to_string(),
            Err(half) => format!("\\u{{{:x}}}", half.unpaired_surrogate()),
        })
        .collect()
}

/// A value of a request.
struct Plain<'w> {
    value: JsValue,
    walk: &'w Walk,
}

/// What stops the walk is kept beside: an error of the serializer has no room for it.
fn stop<E: serde::ser::Error>(walk: &Walk, refusal: Refusal) -> E {
    walk.stopped.borrow_mut().get_or_insert(refusal);
    E::custom("")
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { value, walk } = self;
        let refused = |refusal| Err(stop(walk, refusal));
        if value.is_string() {
            return match walk.text(value) {
                Ok(text) => serializer.serialize_str(&text),
                Err(refusal) => refused(refusal),
            };
        }
        if value.is_object() {
            return match walk.within(value).and_then(|()| self.is_list()) {
                Ok(true) => self.list(serializer),
                Ok(false) => self.members(serializer),
                Err(refusal) => refused(refusal),
            };
        }
        if value.is_bigint() {
            return refused(walk.unwritable("un BigInt"));
        }
        if value.is_function() {
            return refused(walk.unwritable("une fonction"));
        }
        if value.is_symbol() {
            return refused(walk.unwritable("un symbole"));
        }
        match walk.count(1) {
            Ok(()) => Deserializer::from(value.clone())
                .deserialize_any(Scalar { serializer, walk })
                .unwrap_or_else(|error| Err(S::Error::custom(error))),
            Err(refusal) => refused(refusal),
        }
    }
}

impl Plain<'_> {
    fn is_list(&self) -> Read<bool> {
        is_list(&self.value).map_err(|cause| self.walk.thrown(cause))
    }

    fn list<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { value, walk } = self;
        let key = JsValue::from_str("length");
        // As long as it is when it is asked: reading may change it.
        let length = || member(value, &key).map_err(|cause| walk.thrown(cause)).map(|length| length.as_f64());
        let mut items = serializer.serialize_seq(None)?;
        let mut place = 0_u32;
        loop {
            match length() {
                Ok(Some(length)) if f64::from(place) < length => {}
                Ok(_) => break,
                Err(refusal) => return Err(stop(walk, refusal)),
            }
            walk.go(Step::Place(place));
            let read = walk.count(1).and_then(|()| item(value, place).map_err(|cause| walk.thrown(cause)));
            let value = read.map_err(|refusal| stop(walk, refusal))?;
            items.serialize_element(&Plain { value, walk })?;
            walk.back();
            place = place.saturating_add(1);
        }
        walk.leave();
        items.end()
    }

    fn members<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { value, walk } = self;
        let stopped = |refusal| stop(walk, refusal);
        let keys = self.keys().map_err(stopped)?;
        let mut members = serializer.serialize_map(None)?;
        for key in keys.iter() {
            walk.go(Step::Key(key.clone()));
            let read = walk.count(1).and_then(|()| member(value, &key).map_err(|cause| walk.thrown(cause)));
            let value = read.map_err(stopped)?;
            if !value.is_undefined() {
                let key = walk.text(&key).map_err(stopped)?;
                members.serialize_entry(&key, &Plain { value, walk })?;
            }
            walk.back();
        }
        self.refuse_symbols().map_err(stopped)?;
        walk.leave();
        members.end()
    }

    /// The keys of an object literal.
    fn keys(&self) -> Read<Array> {
        let plain = is_plain(&self.value).map_err(|cause| self.walk.thrown(cause))?;
        if !plain {
            return Err(match name_of(&self.value) {
                Ok(name) => self.walk.unwritable(&format!("une valeur de type {name}")),
                Err(cause) => self.walk.thrown(cause),
            });
        }
        keys_of(&self.value).map_err(|cause| self.walk.thrown(cause))
    }

    fn refuse_symbols(&self) -> Read<()> {
        let Self { value, walk } = self;
        for symbol in symbols_of(value).map_err(|cause| walk.thrown(cause))?.iter() {
            if is_listed(value, &symbol).map_err(|cause| walk.thrown(cause))? {
                walk.go(Step::Key(symbol));
                return Err(Refusal::symbol_as_key(walk.path()));
            }
        }
        Ok(())
    }
}

/// Whether a key of an object is one that is listed.
fn is_listed(value: &JsValue, key: &JsValue) -> Result<bool, JsValue> {
    let descriptor = descriptor_of(value, key)?;
    Ok(!descriptor.is_undefined() && member(&descriptor, &"enumerable".into())?.is_truthy())
}

/// An object literal, of this window or another, or an object without a prototype.
fn is_plain(value: &JsValue) -> Result<bool, JsValue> {
    let prototype = prototype_of(value)?;
    if prototype.is_null() || OBJECT_PROTOTYPE.with(|own| *own == prototype) {
        return Ok(true);
    }
    // That of another window has no prototype itself, and the methods of every object.
    Ok(prototype_of(&prototype)?.is_null() && has_own(&prototype, "isPrototypeOf")?)
}

/// The name of the class of an object.
fn name_of(value: &JsValue) -> Result<String, JsValue> {
    let maker = member(value, &"constructor".into())?;
    if maker.dyn_ref::<Function>().is_none() {
        return Ok("inconnu".to_owned());
    }
    let name = member(&maker, &"name".into())?;
    match name.dyn_ref::<JsString>() {
        Some(name) if name.length() > 0 => Ok(name.slice(0, 40).into()),
        _ => Ok("inconnu".to_owned()),
    }
}

/// A boolean, a number or nothing, as `serde_wasm_bindgen` reads it.
struct Scalar<'w, S> {
    serializer: S,
    walk: &'w Walk,
}

impl<S: Serializer> Visitor<'_> for Scalar<'_, S> {
    type Value = Result<S::Ok, S::Error>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a boolean, a number or nothing")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(self.serializer.serialize_unit())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.serializer.serialize_bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.serializer.serialize_i64(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        if value.is_finite() {
            return Ok(self.serializer.serialize_f64(value));
        }
        let name = if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        };
        Ok(Err(stop(self.walk, self.walk.unwritable(&format!("le nombre {name}")))))
    }
}
