package account

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// sendTimeout bounds how long a server of events may keep a run waiting.
const sendTimeout = 10 * time.Second

// Send hands an event to where it is wanted: a URL is posted to, with the path
// /api/v1/lineage where it has none and the key as bearer token; anything else is a file
// that gets one more line.
func Send(ctx context.Context, where, key string, e *Event) error {
	b, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if IsURL(where) {
		return post(ctx, where, key, b)
	}
	f, err := os.OpenFile(where, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// IsURL reports whether events are posted rather than written to a file.
func IsURL(where string) bool {
	return strings.HasPrefix(where, "http://") || strings.HasPrefix(where, "https://")
}

func post(ctx context.Context, where, key string, b []byte) error {
	u, err := url.Parse(where)
	if err != nil {
		return err
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = "/api/v1/lineage"
	}
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), bytes.NewReader(b))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if key != "" {
		req.Header.Set("Authorization", "Bearer "+key)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 300))
		return fmt.Errorf("%s answered %s: %s", u.Redacted(), resp.Status, bytes.TrimSpace(text))
	}
	return nil
}
