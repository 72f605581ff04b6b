// Package bucket reads and writes objects of S3, Google Cloud Storage and Azure Blob
// Storage.
//
// In: URLs like s3://bucket/prefix?region=eu-west-1. Out: objects, listed, read, written
// and copied, with bounded retries.
//
//	url.go      what a URL says: scheme, bucket, key, options
//	bucket.go   Bucket: one request each, tried again where that may help
//	retry.go    when to try again, and for how long
//	read.go     an object as a stream that survives a cut connection
//	cloud.go    the stores themselves, by gocloud.dev; only with the build tag cloud
//	nocloud.go  the error of the program without them
package bucket
