package com.alexandrite.kit.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The store as one bucket, made at first use. */
class S3ObjectStore implements ObjectStore {

  private final S3Client s3;
  private final String bucket;

  S3ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, Path file) throws IOException {
    try {
      if (!putInto(key, file)) {
        createBucket();
        if (!putInto(key, file)) {
          throw new IOException("the model store lost bucket " + bucket);
        }
      }
    } catch (SdkException e) {
      throw new IOException("the model store did not take " + key, e);
    }
  }

  /** Returns false if there is no bucket yet. */
  private boolean putInto(String key, Path file) {
    try {
      s3.putObject(it -> it.bucket(bucket).key(key), RequestBody.fromFile(file));
      return true;
    } catch (NoSuchBucketException _) {
      return false;
    }
  }

  private void createBucket() {
    try {
      s3.createBucket(it -> it.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException exists) {
      // Another replica was faster: that is just as well.
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return s3.getObject(it -> it.bucket(bucket).key(key));
    } catch (NoSuchKeyException | NoSuchBucketException absent) {
      throw new MissingObjectException(key);
    } catch (SdkException e) {
      throw new IOException("the model store did not give " + key, e);
    }
  }
}
