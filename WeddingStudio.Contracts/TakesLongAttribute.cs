namespace WeddingStudio.Contracts;

/// <summary>
/// Takes seconds for a large wedding. Other calls of a page are answered in the order they were made; this one goes beside them, and its
/// caller minds the order.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesLongAttribute : Attribute;
