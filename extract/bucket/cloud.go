//go:build cloud

package bucket

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"

	"cloud.google.com/go/storage"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"
	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go/logging"
	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob"
	_ "gocloud.dev/blob/gcsblob"
	"gocloud.dev/blob/memblob"
	"gocloud.dev/blob/s3blob"
	"gocloud.dev/gcerrors"
	"google.golang.org/api/googleapi"
)

// Built reports whether this program knows the object stores.
const Built = true

// cloud is a bucket of gocloud.dev.
type cloud struct{ b *blob.Bucket }

// memory are the buckets of scheme mem: one store for the process.
var memory = map[string]*blob.Bucket{}

func dial(ctx context.Context, l Location) (driver, error) {
	if l.Scheme == memScheme {
		if memory[l.Bucket] == nil {
			memory[l.Bucket] = memblob.OpenBucket(nil)
		}
		return &cloud{memory[l.Bucket]}, nil
	}
	u := url.URL{Scheme: l.Scheme, Host: l.Bucket, RawQuery: l.query().Encode()}
	if l.Scheme == "az" {
		u.Scheme = "azblob"
	}
	b, err := blob.OpenBucket(ctx, u.String())
	if err != nil {
		return nil, &URLError{l.URI(l.Key), err.Error(), "see 'dateline help object-stores' for options and credentials"}
	}
	var client *s3.Client
	if b.As(&client) {
		if b, err = quiet(client, l); err != nil {
			return nil, err
		}
	}
	return &cloud{b}, nil
}

// quiet is the bucket of a client that does not log: every answer without a checksum, as
// most stores but Amazon's send, or every connection that broke off would be a line.
func quiet(client *s3.Client, l Location) (*blob.Bucket, error) {
	o := client.Options()
	o.Logger = logging.Nop{}
	var sse s3types.ServerSideEncryption
	for _, v := range sse.Values() {
		if strings.EqualFold(string(v), l.Query.Get("ssetype")) {
			sse = v
		}
	}
	return s3blob.OpenBucket(context.Background(), s3.New(o), l.Bucket, &s3blob.Options{
		EncryptionType:             sse,
		KMSEncryptionID:            l.Query.Get("kmskeyid"),
		RequestChecksumCalculation: o.RequestChecksumCalculation,
	})
}

// query are the options the store is opened with. A store at an address of its own rarely
// has a host name per bucket.
func (l Location) query() url.Values {
	if l.Scheme != "s3" || l.Query.Has("use_path_style") || l.Query.Has("s3ForcePathStyle") {
		return l.Query
	}
	if l.Query.Has("endpoint") || os.Getenv("AWS_ENDPOINT_URL") != "" || os.Getenv("AWS_ENDPOINT_URL_S3") != "" {
		q := url.Values{"use_path_style": {"true"}}
		for k, v := range l.Query {
			q[k] = v
		}
		return q
	}
	return l.Query
}

func (c *cloud) list(ctx context.Context, prefix, delimiter string, each func(Attrs)) error {
	it := c.b.List(&blob.ListOptions{Prefix: prefix, Delimiter: delimiter})
	for {
		o, err := it.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		each(Attrs{Key: o.Key, Size: o.Size, Modified: o.ModTime, ETag: listedETag(o)})
	}
}

// listedETag is the ETag in a listing, which gocloud.dev does not lift out of the stores'
// own answers.
func listedETag(o *blob.ListObject) string {
	var amazon s3types.Object
	var gcs storage.ObjectAttrs
	var azure container.BlobItem
	switch {
	case o.As(&amazon) && amazon.ETag != nil:
		return *amazon.ETag
	case o.As(&gcs):
		return gcs.Etag
	case o.As(&azure) && azure.Properties != nil && azure.Properties.ETag != nil:
		return string(*azure.Properties.ETag)
	}
	return ""
}

func (c *cloud) attrs(ctx context.Context, key string) (Attrs, error) {
	a, err := c.b.Attributes(ctx, key)
	if err != nil {
		return Attrs{}, err
	}
	return Attrs{Key: key, Size: a.Size, Modified: a.ModTime, ETag: a.ETag}, nil
}

func (c *cloud) read(ctx context.Context, key string, from int64) (io.ReadCloser, Attrs, error) {
	r, err := c.b.NewRangeReader(ctx, key, from, -1, nil)
	if err != nil {
		return nil, Attrs{}, err
	}
	return r, Attrs{Key: key, Size: r.Size(), Modified: r.ModTime()}, nil
}

// write uses Upload, as a Writer of azureblob panics where the condition does not hold.
func (c *cloud) write(ctx context.Context, key string, r io.Reader, onlyNew bool) error {
	return c.b.Upload(ctx, key, r, &blob.WriterOptions{IfNotExist: onlyNew, ContentType: "application/octet-stream"})
}

func (c *cloud) copy(ctx context.Context, from, to string) error { return c.b.Copy(ctx, to, from, nil) }

func (c *cloud) remove(ctx context.Context, key string) error { return c.b.Delete(ctx, key) }

func (c *cloud) kind(err error) kind {
	switch gcerrors.Code(err) {
	case gcerrors.NotFound:
		return notFound
	case gcerrors.FailedPrecondition, gcerrors.AlreadyExists:
		return exists
	case gcerrors.PermissionDenied, gcerrors.InvalidArgument, gcerrors.Unimplemented:
		return permanent
	}
	var unsigned *v4.SigningError
	if errors.As(err, &unsigned) {
		return permanent // no credentials; the SDK has asked everywhere, and more than once
	}
	switch s := status(err); {
	case s == http.StatusPreconditionFailed:
		return exists
	case s >= 400 && s < 500 && s != http.StatusRequestTimeout && s != http.StatusConflict && s != http.StatusTooManyRequests:
		return permanent
	}
	return temporary
}

// status is the HTTP status of a store's answer, 0 where there was none.
func status(err error) int {
	var amazon interface{ HTTPStatusCode() int }
	var azure *azcore.ResponseError
	var gcs *googleapi.Error
	switch {
	case errors.As(err, &amazon):
		return amazon.HTTPStatusCode()
	case errors.As(err, &azure):
		return azure.StatusCode
	case errors.As(err, &gcs):
		return gcs.Code
	}
	return 0
}
