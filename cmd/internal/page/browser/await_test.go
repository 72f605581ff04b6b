package browser_test

import "github.com/chromedp/cdproto/runtime"

func awaiting(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }
