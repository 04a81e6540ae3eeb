package com.alexandrite.kit.store;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The store of large files, where {@code alexandrite.s3.endpoint} is set. */
@AutoConfiguration
@ConditionalOnProperty("alexandrite.s3.endpoint")
@EnableConfigurationProperties(StoreSettings.class)
class StoreAutoConfiguration {

  @Bean
  ObjectStore objectStore(StoreSettings settings) {
    URI endpoint = requireNonNull(settings.endpoint(), "alexandrite.s3.endpoint is not set");
    var bucket = new S3ObjectStore(client(settings, endpoint), settings.bucket());
    return settings.prefix().isEmpty() ? bucket : new PrefixedStore(bucket, settings.prefix());
  }

  private static S3Client client(StoreSettings settings, URI endpoint) {
    var credentials = AwsBasicCredentials.create(settings.accessKey(), settings.secretKey());
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(settings.region()))
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        // Stores other than Amazon's know neither the trailing checksums nor their validation.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(Duration.ofSeconds(20)))
        .build();
  }
}
