package com.alexandrite.preview.space;

import com.alexandrite.environment.local.ObjectStore;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.data.DemoModels;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * A prefix of keys in the bucket of the object store; it is there as soon as something is below it.
 */
public final class ObjectSpace implements PreviewResource, AutoCloseable {

  private final String installation;
  private final String bucket;
  private final S3Client s3;
  private volatile boolean demoModelsStored;

  /** In a store, ours or another. */
  public ObjectSpace(String installation, ObjectStore store) {
    this.installation = installation;
    this.bucket = store.bucket();
    this.s3 = client(store);
  }

  @Override
  public String kind() {
    return "objects";
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    String folder = Space.objectFolder(installation);
    try {
      List<String> prefixes =
          s3
              .listObjectsV2Paginator(it -> it.bucket(bucket).prefix(folder).delimiter("/"))
              .commonPrefixes()
              .stream()
              .map(CommonPrefix::prefix)
              .toList();
      return NamedSpaces.among(prefixes, folder, "/");
    } catch (NoSuchBucketException nothingStoredYet) {
      return Set.of();
    } catch (SdkException e) {
      throw new IOException("the object store does not list " + folder, e);
    }
  }

  @Override
  public void make(Space space, Content content) throws IOException {
    // The prefix needs no making; the models that the templates' orders name are stored once.
    if (!demoModelsStored) {
      DemoModels.storeIn(this::put);
      demoModelsStored = true;
    }
  }

  private void put(String key, byte[] bytes) throws IOException {
    try {
      s3.putObject(it -> it.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    } catch (SdkException e) {
      throw new IOException("the object store does not take " + key, e);
    }
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of("ALEXANDRITE_S3_PREFIX", space.objectPrefix());
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    String prefix = Space.objectFolder(installation) + name + "/";
    try {
      for (ListObjectsV2Response page :
          s3.listObjectsV2Paginator(it -> it.bucket(bucket).prefix(prefix))) {
        delete(
            page.contents().stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList());
      }
    } catch (NoSuchBucketException nothingStoredYet) {
      return;
    } catch (SdkException e) {
      throw new IOException("the object store does not delete " + prefix, e);
    }
  }

  private void delete(List<ObjectIdentifier> keys) throws IOException {
    if (keys.isEmpty()) {
      return;
    }
    DeleteObjectsResponse answer =
        s3.deleteObjects(it -> it.bucket(bucket).delete(all -> all.objects(keys).quiet(true)));
    if (answer.hasErrors() && !answer.errors().isEmpty()) {
      throw new IOException("the object store kept " + answer.errors().getFirst());
    }
  }

  static S3Client client(ObjectStore store) {
    return S3Client.builder()
        .endpointOverride(URI.create(store.endpoint()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
        // Stores other than Amazon's know neither the trailing checksums nor their validation.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(Duration.ofSeconds(20)))
        .build();
  }

  @Override
  public void close() {
    s3.close();
  }
}
