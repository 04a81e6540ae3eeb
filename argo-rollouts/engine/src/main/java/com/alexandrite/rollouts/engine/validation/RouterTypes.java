package com.alexandrite.rollouts.engine.validation;

/** The types of everything that may split the traffic. */
final class RouterTypes {

  static final String DECLARED =
      """
      Routing
        alb: Alb
        ambassador: Ambassador
        apisix: Apisix
        appMesh: AppMesh
        istio: Istio
        nginx: Nginx
        smi: Smi
        traefik: Traefik
        plugins: any{}
        managedRoutes: Named[]
        maxTrafficWeight: int
      Named
        name: text
      Alb
        ingress rootService annotationPrefix: text
        ingresses: text[]
        servicePort: int
        stickinessConfig: Stickiness
      Stickiness
        enabled: flag
        durationSeconds: int
      Ambassador
        mappings: text[]
      Apisix
        route: ApisixRoute
      ApisixRoute
        name: text
        rules: text[]
      AppMesh
        virtualService: Routes
        virtualNodeGroup: NodeGroup
      NodeGroup
        canaryVirtualNodeRef stableVirtualNodeRef: Named
      Istio
        virtualService: VirtualService
        virtualServices: VirtualService[]
        destinationRule: DestinationRule
      Routes
        name: text
        routes: text[]
      VirtualService
        name: text
        routes: text[]
        tlsRoutes: TlsRoute[]
        tcpRoutes: TcpRoute[]
      TlsRoute
        port: int
        sniHosts: text[]
      TcpRoute
        port: int
      DestinationRule
        name canarySubsetName stableSubsetName: text
        additionalSubsetNames: text[]
      Nginx
        annotationPrefix stableIngress: text
        additionalIngressAnnotations canaryIngressAnnotations: text{}
        stableIngresses: text[]
      Smi
        rootService trafficSplitName: text
      Traefik
        weightedTraefikServiceName: text
      """;

  private RouterTypes() {}
}
