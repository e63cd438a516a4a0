namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>Which of the devices that ONNX Runtime knows the settings mean.</summary>
internal static class DeviceChoice
{
    /// <summary>
    /// Always one: providers as CUDA's refuse a session on several. Throws
    /// <see cref="DeviceException"/> naming the setting and what is known.
    /// </summary>
    public static ModelDevice Of(IReadOnlyList<ModelDevice> known, InferenceOptions wanted)
    {
        var offered = Offered(known, wanted);
        var chosen = wanted.Device.Length == 0
            ? offered.Find(device => device.Kind == "GPU") ?? offered[0]
            : offered.Find(device => device.IsCalled(wanted.Device))
                ?? throw new DeviceException($"Studio:Inference:Device asks for '{wanted.Device}'; "
                    + $"there is only {string.Join("; ", offered)}. Name one of these, or leave it empty.");
        return chosen.FromPlugin || wanted.ProviderOptions.Count == 0 ? chosen : throw new DeviceException(
            $"Studio:Inference:ProviderOptions are set, but models run on {chosen}, which takes none. "
            + "Leave them out, or name a plugin in Studio:Inference:PluginLibrary.");
    }

    private static bool IsCalled(string provider, string name) => provider.Equals(name, StringComparison.OrdinalIgnoreCase)
        || provider.Equals($"{name}ExecutionProvider", StringComparison.OrdinalIgnoreCase);

    private static List<ModelDevice> Offered(IReadOnlyList<ModelDevice> known, InferenceOptions wanted)
    {
        if (wanted.ExecutionProvider.Length > 0)
        {
            List<ModelDevice> named =
                [.. known.Where(device => IsCalled(device.Provider, wanted.ExecutionProvider))];
            return named.Count > 0 ? named : throw new DeviceException(
                $"Studio:Inference:ExecutionProvider asks for '{wanted.ExecutionProvider}'; "
                + $"there is only {string.Join(", ", known.Select(device => device.Provider).Distinct())}. "
                + "Name one of these, or see that Studio:Inference:PluginLibrary names the plugin that brings it and that the driver of "
                + "its device is installed.");
        }

        if (wanted.PluginLibrary.Length == 0)
            return [.. known];
        List<ModelDevice> brought = [.. known.Where(device => device.FromPlugin)];
        return brought.Count > 0 ? brought : throw new DeviceException(
            $"The plugin '{wanted.PluginLibrary}' finds no device it can use here. "
            + "Install or fix its driver, or leave Studio:Inference:PluginLibrary empty to use the CPU.");
    }
}
