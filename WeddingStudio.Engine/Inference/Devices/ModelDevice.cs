namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>A device and the provider that would run models on it.</summary>
/// <param name="Provider">As `CPUExecutionProvider` or `CudaPluginExecutionProvider`.</param>
/// <param name="Number">Counts the devices of one provider from 0.</param>
/// <param name="Kind">CPU, GPU or NPU.</param>
/// <param name="Vendor">Who made it; ONNX Runtime does not always know.</param>
/// <param name="Facts">Whatever else is known of the device and its provider; differs from one
/// operating system and provider to the next.</param>
/// <param name="FromPlugin">The plugin brought it.</param>
internal sealed record ModelDevice(
    string Provider, int Number, string Kind, string Vendor, IReadOnlyDictionary<string, string> Facts, bool FromPlugin)
{
    public bool IsAccelerator => Kind != "CPU";

    /// <summary>A whole number is always the device's own: among the facts any number means something else.</summary>
    public bool IsCalled(string name) => int.TryParse(name, out var number)
        ? number == Number
        : Facts.Values.Append(Vendor).Any(fact => fact.Contains(name, StringComparison.OrdinalIgnoreCase))
            || Kind.Equals(name, StringComparison.OrdinalIgnoreCase);

    public override string ToString()
    {
        var facts = Facts.Select(fact => $"{fact.Key} {fact.Value}").Prepend(Vendor).Prepend(Kind).Where(fact => fact.Length > 0);
        return $"{Provider}, device {Number} ({string.Join(", ", facts)})";
    }
}
