package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/zones"
)

// The codec writes the exported fields of a value by their names and leaves out what is empty, so that a recording outlives the package
// that a type stands in. Numbers, bodies, zones and an organization's words hide what they hold from encoding/json: here they are written
// out.

func appendJSON(b []byte, v reflect.Value) []byte {
	if s, ok := plain(v); ok {
		return appendString(b, s)
	}
	switch v.Kind() {
	case reflect.Struct:
		return appendStruct(b, v)
	case reflect.Slice, reflect.Array:
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, v.Index(i))
		}
		return append(b, ']')
	case reflect.Map:
		return appendMap(b, v)
	case reflect.String:
		return appendString(b, v.String())
	}
	return append(b, number(v)...)
}

// number writes a number or a truth as it is: what calls itself by words, such as a consent, may call two values alike.
func number(v reflect.Value) string {
	switch {
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10)
	}
	return strconv.FormatBool(v.Bool())
}

// plain returns what is written as one string.
func plain(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case uuid.UUID:
		return x.String(), true
	case time.Time:
		return x.Format(time.RFC3339Nano), true
	case *time.Location:
		return x.String(), true
	case sms.Phone:
		return x.E164(), true
	case sms.Body:
		return x.Text(), true
	case []byte:
		return string(x), true
	}
	return "", false
}

func appendString(b []byte, s string) []byte {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err)
	}
	return append(b, bytes.TrimRight(buf.Bytes(), "\n")...)
}

func appendStruct(b []byte, v reflect.Value) []byte {
	if w, ok := v.Interface().(lang.Words); ok {
		v = reflect.ValueOf(ownWords(w))
		return appendMap(b, v)
	}
	b = append(b, '{')
	first := true
	for i := range v.NumField() {
		if v.Type().Field(i).PkgPath != "" || empty(v.Field(i)) {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(appendString(b, v.Type().Field(i).Name), ':')
		b = appendJSON(b, v.Field(i))
	}
	return append(b, '}')
}

// empty reports what is left out: zero values, and lists with nothing in them.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	if w, ok := v.Interface().(lang.Words); ok {
		return len(ownWords(w)) == 0
	}
	return v.IsZero()
}

func appendMap(b []byte, v reflect.Value) []byte {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	b = append(b, '{')
	for i, k := range keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, fmt.Sprint(k)), ':')
		b = appendJSON(b, v.MapIndex(k))
	}
	return append(b, '}')
}

// ownWords lists an organization's own texts by their settings' keys.
func ownWords(w lang.Words) map[string]string {
	own := map[string]string{}
	for _, k := range lang.Keys() {
		for _, tag := range lang.Tags() {
			if s := w.Own(tag, k); s != "" {
				own[lang.SettingKey(tag, k)] = s
			}
		}
	}
	return own
}

// fill sets v from what encoding/json read of it.
func fill(v reflect.Value, from any) error {
	if done, err := fillPlain(v, from); done || err != nil {
		return err
	}
	switch x := from.(type) {
	case map[string]any:
		return fillFrom(v, x)
	case []any:
		if v.Kind() == reflect.Array {
			return fmt.Errorf("no array of %s is recorded", v.Type())
		}
		v.Set(reflect.MakeSlice(v.Type(), len(x), len(x)))
		for i := range x {
			if err := fill(v.Index(i), x[i]); err != nil {
				return err
			}
		}
	case string:
		v.SetString(x)
	case bool:
		v.SetBool(x)
	case json.Number:
		return fillNumber(v, x)
	}
	return nil
}

func fillNumber(v reflect.Value, n json.Number) error {
	i, err := n.Int64()
	if err != nil {
		return fmt.Errorf("%s: %w", v.Type(), err)
	}
	if v.CanInt() {
		v.SetInt(i)
		return nil
	}
	v.SetUint(uint64(i)) //nolint:gosec // it was written from an unsigned one
	return nil
}

func fillFrom(v reflect.Value, from map[string]any) error {
	if v.Kind() == reflect.Map {
		v.Set(reflect.MakeMap(v.Type()))
		for name, x := range from {
			k, e := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			if err := fill(k, name); err != nil {
				return err
			}
			if err := fill(e, x); err != nil {
				return err
			}
			v.SetMapIndex(k, e)
		}
		return nil
	}
	for name, x := range from {
		f := v.FieldByName(name)
		if !f.IsValid() {
			return fmt.Errorf("%s has no %s any more: record anew", v.Type(), name)
		}
		if err := fill(f, x); err != nil {
			return err
		}
	}
	return nil
}

// fillPlain sets what plain writes. It reports whether it was such a value.
func fillPlain(v reflect.Value, from any) (done bool, err error) {
	if w, ok := v.Addr().Interface().(*lang.Words); ok {
		own, _ := from.(map[string]any)
		for k, s := range own {
			text, _ := s.(string)
			if err := w.Take(k, text); err != nil {
				return true, err
			}
		}
		return true, nil
	}
	s, isString := from.(string)
	if !isString {
		return false, nil
	}
	switch x := v.Addr().Interface().(type) {
	case *uuid.UUID:
		*x, err = uuid.Parse(s)
	case *time.Time:
		*x, err = time.Parse(time.RFC3339Nano, s)
	case **time.Location:
		*x, err = zones.Load(s)
	case *sms.Phone:
		*x, err = sms.PhoneFromE164(s)
	case *sms.Body:
		*x = sms.NewBody(s)
	case *[]byte:
		*x = []byte(s)
	default:
		return false, nil
	}
	return true, err
}
