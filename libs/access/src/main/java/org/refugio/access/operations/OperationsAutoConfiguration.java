package org.refugio.access.operations;

import org.refugio.messaging.operations.EventOperations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;

/** The operator's routes of a service that handles events. */
@AutoConfiguration(afterName = "org.refugio.messaging.spring.MessagingAutoConfiguration")
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@ConditionalOnBean(EventOperations.class)
@Import(OperationsController.class)
class OperationsAutoConfiguration {
}
